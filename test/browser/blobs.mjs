// The means of a browser: the bytes of a Blob, and SQLite by sql.js, whose script has put `initSqlJs` there.
import { blobSource } from '../../dist/apple-health-export.js';
import { sqlJs } from '../../dist/health-connect-export.js';
import { readAll } from './read-all.mjs';

export const readBlobs = async (blobs) => {
  const library = await globalThis.initSqlJs({ locateFile: (file) => `/node_modules/sql.js/dist/${file}` });
  return readAll({ sourceOf: (name) => blobSource(blobs[name], name), openDatabase: sqlJs(library) });
};
