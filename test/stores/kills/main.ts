import { killWriters } from './kill-writers';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const { kills, inChange, happened, lost, halfWritten } = await killWriters(count, { seed });
console.log(
  `${kills} kills with seed ${seed}, ${inChange} of them in the middle of a change ` +
    `(${happened} of these changes had happened): ${lost.length} lost, ${halfWritten.length} half written`,
);
for (const what of [...lost, ...halfWritten]) console.log(`  ${what}`);
process.exitCode = lost.length + halfWritten.length > 0 ? 1 : 0;
