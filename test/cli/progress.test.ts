import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/show/progress';

const drawn = (isTerminal: boolean, isQuiet: boolean): string => {
  const stream = Object.assign(new PassThrough(), {
    isTTY: isTerminal,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  const line = progressOn(stream, isQuiet);
  line.show({ phase: 'observing', done: 3, total: 20, item: 'MB' });
  line.show({ phase: 'applying', done: 7, total: 70 });
  line.end();
  line.end();
  return stream.read()?.toString() ?? '';
};

describe('the progress line', () => {
  it('is drawn on a terminal', () => {
    expect(drawn(true, false)).toMatch(/Reading +[━─]+ +3 of 20 MB/);
  });

  it('is not drawn in a pipe, and not where it is to be quiet', () => {
    expect([drawn(false, false), drawn(true, true)]).toEqual(['', '']);
  });
});
