export type { NodeDatabase, NodeStatement } from './node-driver';
export { nodeDriver } from './node-driver';
