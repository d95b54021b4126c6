export const size = { bundler: 'Metro', budget: 1000 };

export const probe = ({ expoDriver }) => typeof expoDriver({}).transact === 'function';
