export const size = { bundler: 'Metro', budget: 13_000 };

// Its functions answer with promises; that they are made at all takes the whole entry.
export const probe = ({ exportState }) =>
  exportState({ read: async () => ({ revision: 0, rows: [] }) }) instanceof Promise;
