// The example app of docs/examples/node-app, compiled, and run twice over the export beside it: it prints what its README says.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../entries.mjs';
import { markedText } from '../marked-text.mjs';
import { run } from '../run.mjs';
import { typeCheck } from './example.mjs';

const example = join(root, 'docs/examples/node-app');

/** @param {string} folder a project with the packed package installed */
export const runNodeExample = (folder) => {
  const app = join(folder, 'node-app');
  cpSync(example, app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  const start = () => run(process.execPath, ['import-export.ts', 'export.xml', 'app.db'], { cwd: app });
  const promised = markedText(readFileSync(join(example, 'README.md'), 'utf8'), 'output');
  const [first, again] = [start(), start()];
  return [
    ...typeCheck(app, '--typeRoots', join(root, 'node_modules/@types')),
    ...(first.ok && promised === `\`\`\`text\n${first.stdout.trim()}\n\`\`\``
      ? []
      : [`docs/examples/node-app printed:\n${first.output}`]),
    ...(again.ok && again.stdout.startsWith('Nothing to do')
      ? []
      : [`docs/examples/node-app, again:\n${again.output}`]),
  ];
};
