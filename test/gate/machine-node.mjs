import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** npm puts the dev dependency's Node first on the PATH; the machine's own is the first one outside node_modules. */
export const machineNode = () => {
  const folder = process.env.PATH.split(delimiter).find(
    (folder) => !folder.includes('node_modules') && existsSync(join(folder, 'node')),
  );
  if (folder === undefined) throw new Error('no node on the PATH outside node_modules');
  return join(folder, 'node');
};
