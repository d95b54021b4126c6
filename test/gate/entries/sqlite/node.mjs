export const size = { bundler: 'Metro', budget: 1000 };

export const probe = ({ nodeDriver }) =>
  typeof nodeDriver({ exec: () => {}, prepare: () => {} }).transact === 'function';
