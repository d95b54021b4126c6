export const size = { bundler: 'Metro', budget: 11_500 };

export const probe = ({ messageFor }) => messageFor({ code: 'manual-entry' }).text.endsWith('.');
