import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { sqliteState } from '../../../src/stores/sqlite';
import { nodeDriver } from '../../../src/stores/sqlite/node';

/** Raises the count in a state so many times, trying again after each conflict, and tells how many conflicts there were. */
const [path = '', times = '0'] = process.argv.slice(2);
const state = sqliteState(nodeDriver(new DatabaseSync(path)));

let conflicts = 0;
for (let counted = 0; counted < Number(times); ) {
  const { revision, rows } = await state.read({ from: 'count', to: 'countz' });
  // The other process gets in between here.
  await setTimeout(1);
  const put = [{ key: 'count', value: String(Number(rows[0]?.value ?? 0) + 1) }];
  if ((await state.transact({ expectRevision: revision, put, remove: [] })) === 'done') counted += 1;
  else conflicts += 1;
}
process.stdout.write(String(conflicts));
