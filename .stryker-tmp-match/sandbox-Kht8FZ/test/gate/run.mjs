// @ts-nocheck
import { spawnSync } from 'node:child_process';
import { root } from './entries.mjs';

/** Runs one command to its end, without a shell, and hands back what it printed. */
export const run = (command, args, { cwd = root, env = process.env } = {}) => {
  const done = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`;
  return { ok: done.status === 0, output, stdout: done.stdout ?? '' };
};

/** The same, for a step that the next one cannot do without. */
export const mustRun = (command, args, options) => {
  const done = run(command, args, options);
  if (!done.ok) throw new Error(`${command} ${args.join(' ')} failed:\n${done.output}`);
  return done;
};

/** Says what is wrong, one line each, and makes the process fail. */
export const report = (gate, problems) => {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${gate}: ok`);
};
