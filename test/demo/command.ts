import { spawn } from 'node:child_process';

/** How a call of the command ended, and what it said to whoever called it. */
export interface Called {
  readonly exit: number;
  readonly said: string;
}

/** Calls the command as it is built and packed, in a process of its own, with the arguments that a person would type. */
export const callCommand = (cli: string, args: readonly string[]): Promise<Called> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (part: Buffer): void => {
      said += part.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit: exit ?? -1, said }));
  });
