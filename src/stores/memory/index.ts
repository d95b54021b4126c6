export type { MemoryCopy, MemoryState } from './memory-state';
export { memoryState } from './memory-state';
