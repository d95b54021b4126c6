import { describe, expect, it } from 'vitest';
import { simulatedStateStore } from '../../src/testing/simulated-state-store';

const ALL = { from: '', to: '~' };
const row = (key: string) => ({ key, value: `value of ${key}` });

const filled = async () => {
  const state = simulatedStateStore();
  await state.port.transact({ expectRevision: 0, put: [row('b'), row('a'), row('c')], remove: [] });
  return state;
};

describe('a simulated state store', () => {
  it('gives rows in the order of their keys, and no more than asked for', async () => {
    const { port } = await filled();
    expect(await port.read({ from: 'a', to: 'c' })).toEqual({ revision: 1, rows: [row('a'), row('b')] });
    expect(await port.read({ ...ALL, limit: 1 })).toEqual({ revision: 1, rows: [row('a')] });
  });

  it('changes nothing at another revision', async () => {
    const state = await filled();
    expect(await state.port.transact({ expectRevision: 0, put: [row('d')], remove: ['a'] })).toBe('conflict');
    expect(state.rows()).toHaveLength(3);
    expect(state.writes()).toBe(1);
  });

  it('meets a faster process as often as it is told to', async () => {
    const state = await filled();
    state.conflict(1);
    expect(await state.port.transact({ expectRevision: 1, put: [], remove: ['a'] })).toBe('conflict');
    expect(await state.port.transact({ expectRevision: 1, put: [], remove: ['a'] })).toBe('conflict');
    expect(await state.port.transact({ expectRevision: 2, put: [], remove: ['a'] })).toBe('done');
    expect(state.rows()).toEqual([row('b'), row('c')]);
  });

  it('puts an old copy back, with its revision', async () => {
    const state = await filled();
    const copy = state.copy();
    await state.port.transact({ expectRevision: 1, put: [row('d')], remove: ['a'] });
    state.restore(copy);
    expect(await state.port.read(ALL)).toEqual({ revision: 1, rows: [row('a'), row('b'), row('c')] });
    state.erase();
    expect(await state.port.read(ALL)).toEqual({ revision: 0, rows: [] });
  });

  it('names damaged rows until they are put anew or removed', async () => {
    const state = await filled();
    state.damage((key) => key < 'c');
    expect(await state.port.read(ALL)).toEqual({ revision: 1, rows: [row('c')], damaged: ['a', 'b'] });
    await state.port.transact({ expectRevision: 1, put: [row('a')], remove: ['b'] });
    expect(await state.port.read(ALL)).toEqual({ revision: 2, rows: [row('a'), row('c')] });
  });
});
