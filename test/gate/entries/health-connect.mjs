export const size = { bundler: 'Metro', budget: 13_300 };

export const probe = ({ toHealthConnectActivity }) => toHealthConnectActivity('running').type === 56;
