import { basename } from 'node:path';
import { beginAct, type Stage } from './stage';

/** The demo on a person's own export: what can be claimed of a file whose truth nobody knows. */
export const showOwnFile = async (stage: Stage, file: string): Promise<number> => {
  const act = beginAct(stage);
  act.heading(
    'The first sync',
    `Everything that is in ${basename(file)}, into a database of its own. Nothing leaves this machine.`,
  );
  const first = await act.sync(file);
  act.claim(
    `${first.sessions.length.toLocaleString('en')} sessions, ${first.copies.toLocaleString('en')} copies recognised`,
    first.sessions.length > 0,
  );
  act.heading('The second sync finds nothing to do', '');
  const second = await act.sync(file);
  const isSettled = Object.values(second.lastRun).every((count) => count === 0);
  act.claim('nothing was imported, changed or removed', isSettled, JSON.stringify(second.lastRun));
  act.claim('every session is as it was, field by field', second.print === first.print);
  act.heading('Look at it', '');
  await act.report(file);
  return act.failed();
};
