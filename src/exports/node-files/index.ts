export type { ByteSource, ByteStream, Closable, FileEntry, FileTree } from '../bytes/byte-source';
export { type OpenFile, openFile } from './open-file';
export { type OpenFolder, openFolder, openPath } from './open-folder';
