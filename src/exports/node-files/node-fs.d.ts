// What is used of Node's own modules. The source is compiled without Node's types, so that no other room leans on them.
declare module 'node:fs/promises' {
  interface Stats {
    readonly size: number;
    isDirectory(): boolean;
    isFile(): boolean;
  }
  interface FileHandle {
    stat(): Promise<Stats>;
    read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
    write(bytes: Uint8Array, offset: number): Promise<{ readonly bytesWritten: number }>;
    close(): Promise<void>;
  }
  interface Dirent {
    readonly name: string;
    isDirectory(): boolean;
    isFile(): boolean;
  }
  export const open: (path: string, flags: 'r' | 'wx', mode?: number) => Promise<FileHandle>;
  export const mkdtemp: (prefix: string) => Promise<string>;
  export const rm: (path: string, options: { readonly recursive: true; readonly force: true }) => Promise<void>;
  export const stat: (path: string) => Promise<Stats>;
  export const readdir: (path: string, options: { readonly withFileTypes: true }) => Promise<Dirent[]>;
}

declare module 'node:path' {
  export const basename: (path: string) => string;
  export const join: (...parts: string[]) => string;
}

declare module 'node:zlib' {
  interface Inflate {
    write(bytes: Uint8Array): boolean;
    end(): void;
    destroy(error?: Error): void;
    on(event: 'drain' | 'close', listener: () => void): void;
    off(event: 'drain' | 'close', listener: () => void): void;
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>;
  }
  export const createInflateRaw: (options: { readonly chunkSize: number }) => Inflate;
  export const inflateRawSync: (
    packed: Uint8Array,
    options: { readonly maxOutputLength: number; readonly chunkSize: number },
  ) => Uint8Array;
  const zlib: { readonly crc32?: (bytes: Uint8Array, before?: number) => number };
  export default zlib;
}
