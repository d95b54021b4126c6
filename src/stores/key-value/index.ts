export type { KeyValueStateOptions } from './key-value-state';
export { keyValueState } from './key-value-state';
export type { KeyValueStorage } from './storage';
