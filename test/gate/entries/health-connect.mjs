export const size = { bundler: 'Metro', budget: 13_100 };

export const probe = ({ toHealthConnectActivity }) => toHealthConnectActivity('running').type === 56;
