// Expo brings its preset along, where only Expo finds it.
const preset = require.resolve('babel-preset-expo', { paths: [require.resolve('expo/package.json')] });

module.exports = { presets: [preset] };
