// What the readers of exports say of some files, as text: the same module runs in Node, in a page and in a worker.
import { openAppleHealthExport } from '../../dist/apple-health-export.js';
import { openHealthConnectExport } from '../../dist/health-connect-export.js';

/** The files, and who reads each: good ones, and what must be refused in the same words everywhere. */
export const FILES = {
  'apple.zip': 'apple',
  'apple.xml': 'apple',
  'apple-cut.zip': 'apple',
  'apple-cut.xml': 'apple',
  'apple-encrypted.zip': 'apple',
  'apple-other-checksum.zip': 'apple',
  'health-connect.zip': 'health-connect',
  'health-connect.db': 'health-connect',
  'health-connect-cut.db': 'health-connect',
};

const WINDOW = { start: 0, end: 4_102_444_800_000 };
const PAGE_SIZE = 40;

const readPages = async (store) => {
  const pages = [];
  let page;
  do {
    const answer = await store.readWorkouts({ window: WINDOW, limit: PAGE_SIZE, ...(page !== undefined && { page }) });
    pages.push(answer);
    page = answer.next;
  } while (page !== undefined);
  return pages;
};

const everythingOf = async ({ store, problems }) => {
  const pages = await readPages(store);
  const workouts = pages.flatMap(({ items }) => items);
  const summaries = await store.detail.summarise(workouts);
  const details = [];
  for (const workout of workouts) details.push(await store.detail.read(workout));
  return { access: await store.access(), pages, summaries, details, problems };
};

/** When samples were counted is no part of what they are. */
const textOf = (value) => JSON.stringify(value, (name, field) => (name === 'readAt' ? undefined : field));

const readOne = async (name, { sourceOf, openDatabase }) => {
  const source = await sourceOf(name);
  const open = { apple: openAppleHealthExport, 'health-connect': openHealthConnectExport }[FILES[name]];
  try {
    const opened = await open(source, FILES[name] === 'apple' ? {} : openDatabase);
    const text = textOf(await everythingOf(opened));
    await opened.close?.();
    return text;
  } catch ({ name: kind, code, message }) {
    return textOf({ refused: { kind, code, message } });
  } finally {
    await source.close?.();
  }
};

/** Reads every file; `sourceOf` gives the bytes of one, `openDatabase` is the SQLite to be used. */
export const readAll = async (means) => {
  const answers = {};
  for (const name of Object.keys(FILES)) answers[name] = await readOne(name, means);
  return answers;
};
