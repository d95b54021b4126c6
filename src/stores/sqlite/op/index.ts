export type { OpAnswer, OpDatabase, OpTransaction } from './op-driver';
export { opDriver } from './op-driver';
