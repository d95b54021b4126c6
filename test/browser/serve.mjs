import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../gate/entries.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** The build as it is, without a bundler, and what reads with it. */
const FOLDERS = ['dist', 'test/browser', 'node_modules/sql.js/dist'];

const pathOf = (path, files) => {
  if (path.startsWith('/files/')) return join(files, path.slice('/files/'.length));
  return FOLDERS.some((folder) => path.startsWith(`/${folder}/`)) ? join(root, path) : undefined;
};

const bodyOf = async (request) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** Serves the page, the build and `files` on this machine alone; `answers` is what the page sends home. */
export const serve = async (files) => {
  let resolve;
  const answers = new Promise((settle) => {
    resolve = settle;
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      resolve(JSON.parse(await bodyOf(request)));
      response.end();
      return;
    }
    const path = pathOf(pathname, files);
    const content = path && (await readFile(path).catch(() => undefined));
    response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' });
    response.end(content);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}`, answers, close: () => server.close() };
};
