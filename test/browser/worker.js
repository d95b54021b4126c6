// A classic worker, since sql.js is a script: it is handed the Blobs and answers with what was read.
importScripts('/node_modules/sql.js/dist/sql-wasm.js');
self.onmessage = async ({ data }) => {
  const { readBlobs } = await import('./blobs.mjs');
  self.postMessage(await readBlobs(data));
};
