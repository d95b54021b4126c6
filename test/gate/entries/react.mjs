export const size = { bundler: 'Metro', budget: 1000 };

// Hooks work inside of a render only; outside, React refuses them, and that it does so shows that it was found.
export const probe = ({ useSyncStatus, useSyncHistory }) => {
  const quiet = console.error;
  console.error = () => {};
  const refused = [useSyncStatus, useSyncHistory].map((hook) => {
    try {
      return typeof hook({ subscribe: () => () => {}, getSnapshot: () => 0 });
    } catch (thrown) {
      return thrown instanceof TypeError;
    }
  });
  console.error = quiet;
  return refused.every((is) => is === true);
};
