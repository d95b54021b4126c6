// `npm run look-at-report -- report.html`: what Chromium makes of a report, in light and dark, wide and narrow, as pictures
// in reports/. Needs Debian's package chromium; no part of the check.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../gate/entries.mjs';
import { mustRun } from '../gate/run.mjs';

const [page] = process.argv.slice(2);
if (page === undefined) throw new Error('Name a report: npm run look-at-report -- report.html');

const LOOKS = {
  light: ['--window-size=1200,2000'],
  dark: ['--window-size=1200,2000', '--blink-settings=preferredColorScheme=0'],
  narrow: ['--window-size=500,2400'],
};

mkdirSync(`${root}reports`, { recursive: true });
for (const [name, switches] of Object.entries(LOOKS)) {
  const picture = `${root}reports/report-${name}.png`;
  const common = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--screenshot=${picture}`];
  mustRun('chromium', [...common, ...switches, pathToFileURL(resolve(page)).href]);
  console.log(picture);
}
