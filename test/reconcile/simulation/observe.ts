import type { Session } from '../../../src/domain/session';
import type { MirrorEntry } from '../../../src/domain/workout';
import type { World } from '../../../src/reconcile/world';
import { ACCOUNT, at, OWN_APP } from '../builders/records';
import { EVERYTHING } from '../builders/world';
import type { DeviceName, Truth } from './truth';

/** The half of the day that a narrow view shows. */
const MORNING = { start: at(-1000), end: at(700) };

const inMorning = <Item extends { readonly end: number }>(items: readonly Item[]): readonly Item[] =>
  items.filter(({ end }) => end <= MORNING.end);

const seenSessions = ({ sessions, sessionView, goneSessions }: Truth): World['sessions'] => {
  const items: readonly Session[] = [...sessions.values()];
  const side = { items, window: EVERYTHING, complete: true, absence: 'deleted', gone: goneSessions } as const;
  switch (sessionView) {
    case 'all':
      return side;
    case 'paged':
      return { ...side, items: items.filter((_, index) => index % 2 === 0), complete: false };
    case 'offline':
      return { ...side, items: [], complete: false, gone: [] };
    case 'unvouched':
      return { ...side, absence: 'unknown', gone: [] };
    case 'empty':
      return { ...side, items: [], gone: [] };
    case 'narrow':
      return { ...side, items: inMorning(items), window: MORNING };
  }
};

const seenWorkouts = ({ workouts, storeView, goneWorkouts }: Truth): World['mirror'] => {
  const items: readonly MirrorEntry[] = [...workouts.values()];
  const side = { items, window: EVERYTHING, complete: true, absence: 'deleted', gone: goneWorkouts } as const;
  switch (storeView) {
    case 'all':
      return side;
    case 'paged':
      return { ...side, items: items.filter((_, index) => index % 2 === 0), complete: false };
    case 'denied':
    case 'empty':
      return { ...side, items: [], gone: [] };
    case 'unvouched':
      return { ...side, absence: 'unknown', gone: [] };
    case 'only-own':
      return { ...side, items: items.filter(({ source }) => source?.app === OWN_APP), gone: [] };
    case 'narrow':
      return { ...side, items: inMorning(items), window: MORNING };
  }
};

/** What one device gets to see of the truth, with its own ledger. */
export const observe = (truth: Truth, device: DeviceName = 'device-1'): World => ({
  sessions: seenSessions(truth),
  mirror: seenWorkouts(truth),
  ledger: truth.ledgers[device],
  scope: {
    kind: 'scope',
    account: ACCOUNT,
    device,
    platform: 'apple-health',
    ownSources: [OWN_APP],
    readAccess: truth.storeView === 'denied' ? 'denied' : truth.storeView === 'only-own' ? 'unknown' : 'granted',
    mappingVersion: 1,
  },
  settings: truth.settings,
  now: at(2880),
});
