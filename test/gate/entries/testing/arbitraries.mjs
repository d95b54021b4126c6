export const size = { bundler: 'Metro', budget: 5000 };

// A generator that is asked for a value takes fast-check, and the whole entry.
export const probe = ({ world, labelledPairs }) =>
  labelledPairs([]).length === 0 && typeof world().generate === 'function' && typeof world().shrink === 'function';
