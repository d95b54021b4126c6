export const size = { bundler: 'Metro', budget: 1000 };

export const probe = ({ opDriver }) => typeof opDriver({}).transact === 'function';
