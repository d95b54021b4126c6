import type { Answer } from '../../../src/domain/ledger';
import { isTombstone } from '../../../src/domain/link';
import { type SettingsOverrides, settingsFrom } from '../../../src/policy/settings-from';
import type { Action } from './actions';
import { type DeviceName, identityOf, pick, type Truth, withHistory, withMember, withoutEntry } from './truth';

/** The user, or the host, changes settings. */
export const choose =
  (overrides: SettingsOverrides): Action =>
  (truth) => ({ ...truth, settings: settingsFrom(overrides, truth.settings) });

/** More or less of a side can be seen from now on. */
export const look =
  (view: Partial<Pick<Truth, 'sessionView' | 'storeView'>>): Action =>
  (truth) => ({ ...truth, ...view });

/** The user asks for a session whose link is closed, or that a rule keeps in. */
export const ask =
  (index: number, kind: 'export' | 'restore'): Action =>
  (truth) => {
    const ledger = truth.ledgers['device-1'];
    const keys = [...truth.sessions.keys(), ...ledger.links.filter(isTombstone).map((link) => link.session)];
    const key = pick([...new Set(keys)], index);
    if (key === undefined) return truth;
    const answer: Answer = { kind, session: key };
    const { history } = truth;
    return withHistory(
      {
        ...truth,
        ledgers: {
          ...truth.ledgers,
          'device-1': { ...ledger, revision: ledger.revision + 1, answers: [...ledger.answers, answer] },
        },
      },
      {
        asked: withMember(history.asked, key),
        storeRemoved: withoutEntry(history.storeRemoved, key),
        deleted:
          kind === 'restore' ? withoutEntry(history.deleted, identityOf(truth, `session ${key}`)) : history.deleted,
      },
    );
  };

/** The ledger is lost, and with it all that only it remembered; explicit deletions are not told again. */
export const loseLedger =
  (device: DeviceName = 'device-1'): Action =>
  (truth) => {
    const { history, ledgers } = truth;
    const hard = truth.goneSessions;
    const softly = [...history.deleted].filter(([, by]) => by === 'soft');
    return withHistory(
      {
        ...truth,
        goneSessions: [],
        goneWorkouts: [],
        ledgers: {
          ...ledgers,
          [device]: { revision: ledgers[device].revision + 1, links: [], answers: [], quarantined: [] },
        },
      },
      {
        deleted: new Map(softly),
        storeRemoved: new Map(),
        forgotten: new Set([...history.forgotten, ...hard]),
      },
    );
  };
