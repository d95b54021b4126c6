export const size = { bundler: 'Metro', budget: 15_500 };

export const probe = ({ parseSettings }) =>
  parseSettings({}).kind === 'ok' && parseSettings({ nonsense: 1 }).error[0].path === 'nonsense';
