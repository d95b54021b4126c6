// `npm run demo:plan`: plans the two weeks in world.json and prints the plan. Colours only where the terminal shows them.
import { styleText } from 'node:util';
import { parseWorld } from '../../src/schema/index';
import { previewOf } from './preview';
import history from './two-week-history/world.json';

const WIDEST = 140;
const NARROWEST = 60;
const WITHOUT_A_TERMINAL = 110;

const { stdout } = process;
const world = parseWorld(history);

if (world.kind === 'error') {
  for (const { message } of world.error) console.error(message);
  process.exitCode = 1;
} else {
  stdout.write(
    previewOf(world.value, {
      // Some terminals say that they have no columns at all.
      width: Math.max(NARROWEST, Math.min(WIDEST, stdout.columns || WITHOUT_A_TERMINAL)),
      strong: (text) => styleText('bold', text, { stream: stdout }),
      faint: (text) => styleText('dim', text, { stream: stdout }),
    }),
  );
}
