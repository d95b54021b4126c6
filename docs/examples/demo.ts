// `npm run demo`: plans the two weeks in world.json and prints the plan. Colours only where the terminal shows them.
import { styleText } from 'node:util';
import type { World } from '../../src/index';
import { previewOf } from './preview';
import history from './two-week-history/world.json';

const WIDEST = 140;
const WITHOUT_A_TERMINAL = 110;

const { stdout } = process;

stdout.write(
  previewOf(history as unknown as World, {
    width: Math.min(WIDEST, stdout.columns ?? WITHOUT_A_TERMINAL),
    strong: (text) => styleText('bold', text, { stream: stdout }),
    faint: (text) => styleText('dim', text, { stream: stdout }),
  }),
);
