export const size = { bundler: 'Metro', budget: 9000 };

export const probe = ({ capacitorStore }) =>
  capacitorStore({}, { platform: 'apple-health', ownSources: [], isInForeground: () => true }).writing === undefined;
