import type { Session } from '../../src/domain/session';
import type { WorkoutWriter } from '../../src/ports/health-store';
import {
  at,
  dieFrom,
  doneSince,
  FAR,
  failing,
  own,
  type PlainWorld,
  plainWorld,
  run,
  tell,
  trained,
  WIT,
  works,
} from './plain-world';

/** The version of each of our records, by session. */
export const versionsOf = (world: PlainWorld) =>
  new Map(own(world).map(({ start, external }) => [start === at(0) ? 's1' : 'wit', external?.version ?? 0]));

export const worldWith = (...sessions: readonly Session[]) => plainWorld([FAR], [WIT, ...sessions]);

export type Way = 'alone' | 'with its process';

/** A session is written, and the answer is lost, alone or with its process. */
export const loseAnswer = async (world: PlainWorld, session: Session, way: Way = 'with its process') => {
  const sync = world.open();
  await sync.run();
  world.sessions.set(session.key, session);
  if (way === 'alone') failing(world, 'store.save answered', 'unknown');
  else dieFrom(world, 'store.save answered');
  await sync.run();
  works(world);
  tell(world, own(world));
  world.now += 600_000;
  doneSince(world);
  return { world, sync };
};

export const first = (way?: Way) => loseAnswer(worldWith(), trained('s1', 0, 60), way);

/** The record has another key than before. */
export const another = (world = worldWith(trained('s1', 0, 60))) =>
  loseAnswer(world, trained('s1', 0, 66, { revision: 'r2' }));

/** A store whose feed tells what we remove, too. */
export const telling = (world: PlainWorld) => {
  const writing = world.store.writing as WorkoutWriter;
  const remove: WorkoutWriter['remove'] = async (written) => {
    const answer = await writing.remove(written);
    world.changes.push({ upserts: [], deletions: [{ key: written.key, external: written.external }] });
    return answer;
  };
  return { ...world.store, writing: { ...writing, remove } };
};

/** Such a store; the process dies with the answer to the removal of the record that starts then. */
export const dyingBehindRemoval = (world: PlainWorld, start: number) => {
  const { writing, ...store } = telling(world);
  const remove: WorkoutWriter['remove'] = async (written) => {
    const isIt = world.workouts.get(written.key)?.start === at(start);
    const answer = await writing.remove(written);
    if (isIt) dieFrom(world, 'state.transact');
    return answer;
  };
  return { ...store, writing: { ...writing, remove } };
};

/** Beside a match that only its link holds, the session goes out by hand; the answer is lost. */
export const besideMatch = async () => {
  const world = plainWorld([FAR, run('w0', 0, 60)], [WIT, trained('s1', 0, 60)]);
  const sync = world.open();
  await sync.run();
  // By what it says now, the session is another activity.
  world.sessions.set('s1', trained('s1', 200, 290, { revision: 'r2' }));
  await sync.run();
  await sync.decide({ kind: 'export', key: 's1' });
  failing(world, 'store.save answered', 'unknown');
  await sync.run();
  works(world);
  world.now += 600_000;
  doneSince(world);
  return { world, sync };
};

/** The user removes our record that starts then; the deletion names our id. */
export const removeByUser = (world: PlainWorld, start: number) => {
  const [record] = own(world).filter((one) => one.start === at(start));
  if (!record?.external) throw new Error('It was written.');
  world.workouts.delete(record.key);
  const page = { upserts: [], deletions: [{ key: record.key, external: record.external }] };
  world.changes.push(page);
  return page;
};
