import { describe, expect, it } from 'vitest';
import { simulatedHealthStore } from '../../src/testing/health-store/simulated-health-store';
import type { Ports } from '../../src/testing/ports-through-process';
import { simulatedSessionStore } from '../../src/testing/session-store/simulated-session-store';
import { simulatedClock } from '../../src/testing/simulated-clock';
import {
  type Call,
  type Mishap,
  type SimulatedProcessOptions,
  simulatedProcess,
} from '../../src/testing/simulated-process';
import { simulatedStateStore } from '../../src/testing/simulated-state-store';

const CHANGE = { expectRevision: 0, put: [{ key: 'a', value: '1' }], remove: [] };

const open = (options: SimulatedProcessOptions = {}) => {
  const clock = simulatedClock(0);
  const state = simulatedStateStore();
  const ports: Ports = {
    store: simulatedHealthStore('apple-health', { now: clock.now }).port,
    sessions: simulatedSessionStore().port,
    state: state.port,
    clock,
  };
  const process = simulatedProcess(options);
  return { process, state, clock, ports: process.ports(ports) };
};

const first = (mishap: Mishap) => ({ mishap: ({ index }: Call) => (index === 0 ? mishap : undefined) });

describe('a simulated process', () => {
  it('counts the calls that it makes, by name', async () => {
    const { process, ports } = open();
    await ports.store.access();
    await ports.state.read({ from: '', to: 'z' });
    await ports.clock.sleep(5);
    expect(process.calls()).toEqual([
      { index: 0, name: 'store.access' },
      { index: 1, name: 'state.read' },
      { index: 2, name: 'clock.sleep' },
    ]);
  });

  it('throws before the effect: nothing was done', async () => {
    const { ports, state } = open(first({ kind: 'throw-before', error: new Error('no') }));
    await expect(ports.state.transact(CHANGE)).rejects.toThrow('no');
    expect(state.rows()).toEqual([]);
  });

  it('throws after the effect: the acknowledgement is lost', async () => {
    const { ports, state } = open(first({ kind: 'throw-after', error: new Error('no') }));
    await expect(ports.state.transact(CHANGE)).rejects.toThrow('no');
    expect(state.rows()).toEqual([{ key: 'a', value: '1' }]);
  });

  it.each([
    ['crash-before', []],
    ['crash-after', [{ key: 'a', value: '1' }]],
  ] as const)('dies by %s, never answers, and does nothing more', async (kind, rows) => {
    const { process, ports, state } = open(first({ kind }));
    const answer = await Promise.race([ports.state.transact(CHANGE), process.died]);
    expect(answer).toBe('died');
    const later = await Promise.race([ports.state.transact({ ...CHANGE, expectRevision: 1 }), process.died]);
    expect(later).toBe('died');
    expect(state.rows()).toEqual(rows);
  });

  it('dies when it runs in circles', async () => {
    const { process, ports } = open({ callLimit: 2 });
    await ports.store.access();
    await ports.store.access();
    expect(await Promise.race([ports.store.access(), process.died])).toBe('died');
    expect(process.isRunaway()).toBe(true);
  });

  it('lets something happen elsewhere in the middle of a call', async () => {
    const moments: string[] = [];
    const { ports } = open({ during: async ({ name }, moment) => void moments.push(`${moment} ${name}`) });
    await ports.sessions.apply?.([]);
    expect(moments).toEqual(['before sessions.apply', 'after sessions.apply']);
  });
});

describe('a simulated clock', () => {
  it('moves by hand and by sleeping, and not by a sleep that was given up', async () => {
    const clock = simulatedClock(100);
    clock.move(-50);
    await clock.sleep(10);
    const controller = new AbortController();
    controller.abort();
    await clock.sleep(1000, controller.signal);
    expect([clock.now(), clock.slept()]).toEqual([60, 10]);
  });
});
