export const size = { bundler: 'Metro', budget: 9000 };

export const probe = ({ requiredAccess }) => {
  const settings = { import: { enabled: false }, export: { enabled: true } };
  return requiredAccess(settings, 'apple-health').infoPlist.includes('Saves the workouts');
};
