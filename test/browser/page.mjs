// Reads every file in the page and in a worker, and sends home what came out.
import { readBlobs } from './blobs.mjs';
import { FILES } from './read-all.mjs';

const send = (answers) => fetch('/answers', { method: 'POST', body: JSON.stringify(answers) });

const inWorker = (blobs) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('worker.js');
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(blobs);
  });

const load = async (name) => [name, await (await fetch(`/files/${name}`)).blob()];

try {
  const blobs = Object.fromEntries(await Promise.all(Object.keys(FILES).map(load)));
  await send({ 'a page': await readBlobs(blobs), 'a worker': await inWorker(blobs) });
} catch (thrown) {
  await send({ error: String(thrown.stack ?? thrown) });
}
