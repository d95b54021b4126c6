// What is used of Node's own modules beside `../../node-files/node-fs.d.ts`.
declare module 'node:sqlite' {
  import type { URL } from 'node:url';

  interface StatementSync {
    all(...params: readonly (string | number | null)[]): unknown[];
    columns(): { readonly name: string }[];
    /** From Node 22.16 on. */
    setReturnArrays?(enabled: boolean): void;
  }
  class DatabaseSync {
    constructor(path: URL, options: { readonly readOnly: boolean; readonly allowExtension: boolean });
    exec(sql: string): void;
    prepare(sql: string): StatementSync;
    close(): void;
  }
}

declare module 'node:os' {
  export const tmpdir: () => string;
}

declare module 'node:url' {
  export class URL {
    constructor(path: string, base: URL);
    readonly href: string;
  }
  export const pathToFileURL: (path: string) => URL;
}
