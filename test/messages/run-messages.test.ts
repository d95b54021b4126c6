import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../src/domain/reason';
import {
  type Message,
  messageForConnection,
  messageForFinding,
  messageForItem,
  messageForMissing,
  messageForProblem,
  messageForRun,
} from '../../src/messages/index';
import type { FindingCode, MissingCode } from '../../src/sync/surface/finding';
import type { ItemOutcome, Problem, ProblemCode, RunEnd } from '../../src/sync/surface/report';
import type { Connection } from '../../src/sync/surface/status';
import { codesOf } from './union-codes';

const SIDES: readonly Problem['side'][] = ['health-store', 'session-store', 'state'];
const APPLE = { store: 'Apple Health' };

const expectSentences = ({ text, advice = 'None.' }: Message): void => {
  for (const sentence of [text, advice]) {
    expect(sentence).toMatch(/^[A-Z“].*\.$/);
    expect(sentence).not.toMatch(/undefined|NaN|[{}[\]]|\s{2}|null|Invalid|It says/);
  }
};

describe('messageForProblem', () => {
  const codes = codesOf('ProblemCode') as readonly ProblemCode[];

  it.each(codes)('%s has a sentence for each side, with a name of the store and without', (code) => {
    for (const side of SIDES) {
      expectSentences(messageForProblem({ code, side }));
      expectSentences(messageForProblem({ code, side }, APPLE));
    }
  });

  it('says on which side it was', () => {
    const text = (side: Problem['side']) => messageForProblem({ code: 'unknown', side }, APPLE).text;
    expect(SIDES.map(text)).toEqual([
      'Something went wrong in Apple Health.',
      "Something went wrong in the app's sessions.",
      'Something went wrong in what sync remembers.',
    ]);
  });
});

describe('messageForProblem of the state', () => {
  it('speaks of the room for it and of the app that wrote it, not of a health store', () => {
    const text = (code: ProblemCode) => messageForProblem({ code, side: 'state' }, APPLE).text;
    expect(text('too-large')).toBe('There is no room for what sync remembers.');
    expect(text('update-required')).toBe(text('state-newer'));
    expect(messageForProblem({ code: 'update-required', side: 'health-store' }, APPLE).text).toContain('Apple Health');
  });
});

describe('messageForFinding', () => {
  const EVIDENCE: Readonly<Partial<Record<FindingCode, Readonly<Record<string, string | number>>>>> = {
    'heart-rate-missing': { workouts: 3, 'never-recorded': 3 },
    'route-missing': { workouts: 2, denied: 2 },
    'background-stale': { days: 4 },
    'several-apps-write': { apps: 'com.garmin, com.strava', workouts: 12 },
    'history-limited': { readableSince: Date.UTC(2026, 9, 1), history: 'denied' },
    'killed-runs': { count: 2, lastStartedAt: 0 },
    'clock-wrong': { workouts: 1 },
    'set-aside': { count: 2, first: 's1' },
    'state-damaged': { rows: 1 },
  };

  it.each(codesOf('FindingCode') as readonly FindingCode[])(
    '%s has a sentence, with its evidence and without',
    (code) => {
      expectSentences(messageForFinding({ code, evidence: {} }));
      expectSentences(messageForFinding({ code, evidence: EVIDENCE[code] ?? {} }, APPLE));
    },
  );

  it.each<[FindingCode, string]>([
    ['several-apps-write', 'Several apps write the same workouts: com.garmin, com.strava.'],
    ['history-limited', 'Workouts before Thu 1 Oct 2026, 00:00 UTC cannot be read.'],
    ['set-aside', 'Some items failed too often and were set aside: 2.'],
  ])('%s reads: %s', (code, text) => {
    expect(messageForFinding({ code, evidence: EVIDENCE[code] ?? {} }).text).toBe(text);
  });
});

describe('messageForMissing', () => {
  it.each(codesOf('MissingCode') as readonly MissingCode[])('%s names the field', (why) => {
    const message = messageForMissing({ field: 'heart-rate', why }, APPLE);
    expectSentences(message);
    expect(message.text).toContain('heart rate');
  });
});

describe('messageForConnection', () => {
  const ACTIONS: Readonly<Record<Connection['state'], Connection['action']>> = {
    unavailable: 'none',
    'update-required': 'update-store',
    'never-asked': 'connect',
    connected: 'none',
    unknowable: 'check-if-empty',
    'needs-attention': 'open-settings',
  };

  it('knows the very states of a connection', () => {
    expect([...codesOf('ConnectionState')].sort()).toEqual(Object.keys(ACTIONS).sort());
  });

  it.each(Object.entries(ACTIONS))(
    '%s has a sentence, and an advice exactly where there is an action',
    (state, action) => {
      const message = messageForConnection({ state: state as Connection['state'] }, APPLE);
      expectSentences(message);
      expect(message.advice === undefined).toBe(action === 'none');
    },
  );
});

describe('messageForRun', () => {
  it.each(codesOf('RunEnd') as readonly RunEnd[])('%s has a sentence', (end) => {
    expectSentences(messageForRun({ end, counts: {} }));
  });

  it('says how many items ended how, in one order', () => {
    const counts = { failed: 1, exported: 2, imported: 3, 'workout-removed': 0 };
    expect(messageForRun({ end: 'done', counts }).text).toBe(
      'All is done but what failed, which is tried again. 3 imported, 2 exported, 1 failed.',
    );
  });

  it('says what stood in the way, and what to do about that', () => {
    const problem: Problem = { code: 'locked', side: 'health-store', at: 0, message: 'HKErrorDatabaseInaccessible' };
    expect(messageForRun({ end: 'problem', problem, counts: {} }, APPLE)).toEqual({
      text: 'Sync stopped before it was done. Nothing is lost. The phone is locked, and Apple Health with it.',
      advice: 'Unlock the phone. The next sync goes on from there.',
    });
  });

  it('says until when it makes a pause', () => {
    const { text } = messageForRun({ end: 'paused', resumeAt: Date.UTC(2026, 10, 3, 17, 22), counts: {} });
    expect(text).toBe('Sync makes a pause until Tue 3 Nov 2026, 17:22 UTC.');
  });

  it('says of a run without an end that it runs or was stopped', () => {
    expect(messageForRun({ counts: {} }).text).toMatch(/^Sync has not ended/);
  });
});

describe('messageForItem', () => {
  it.each(codesOf('ItemOutcome') as readonly ItemOutcome[])(
    '%s has a sentence, and a word beside its number',
    (outcome) => {
      expectSentences(messageForItem({ outcome, session: 's1', reasons: [] }, APPLE));
      expect(messageForRun({ end: 'done', counts: { [outcome]: 7 } }, APPLE).text).toMatch(/ 7 [a-z][A-Za-z ]+\.$/);
    },
  );

  it('begins with the name of the record, and says why', () => {
    const naming = { ...APPLE, record: (key: string) => (key === 'w1' ? 'Running of Tuesday' : undefined) };
    const item = { outcome: 'imported', workout: 'w1', reasons: [{ code: 'new-workout' }] } as const;
    expect(messageForItem(item, naming).text).toBe(
      'Running of Tuesday: Imported from Apple Health. The app has no session for this workout yet.',
    );
    expect(messageForItem({ ...item, workout: 'w2' }, naming).text).toMatch(/^Imported/);
  });

  it.each<[ReasonCode, string]>([
    ['same-activity', 'Both sides hold the same activity already, so nothing is created.'],
    ['origin-known', 'The session came from this workout, and the link between them was lost.'],
    ['own-record-found', 'Apple Health already holds a record that this app wrote for the session.'],
    ['copy-found', 'Another app holds a copy of this workout.'],
    ['both-agree', 'Both sides changed, and they agree.'],
    ['workout-changed', 'The workout changed in Apple Health.'],
    ['conflict-kept-session', 'Both sides changed; your edit in the app stays.'],
    ['workout-removed', 'The workout was removed from Apple Health.'],
    ['session-deleted', 'The session was deleted in the app.'],
    ['copy-promoted', 'The workout is gone from Apple Health; a copy of it takes its place.'],
    ['better-copy', 'A better recording of the same activity arrived.'],
    ['user-preferred', 'You prefer this recording.'],
    ['record-replaced', 'The app that recorded it replaced its record with a new one.'],
    ['source-back', 'The workout is back in Apple Health.'],
    ['session-restored', 'The session is back in the app.'],
    ['user-asked', 'You asked for it.'],
  ])('says no more of a change of the ledger alone than is true of %s', (code, why) => {
    const item = { outcome: 'linked', session: 's1', workout: 'w1', reasons: [{ code }] } as const;
    expect(messageForItem(item, APPLE).text).toBe(`Noted; nothing had to be written to either side. ${why}`);
  });

  it('says of a failure what it met, and advises on that first', () => {
    const problem: Problem = { code: 'too-large', side: 'health-store', at: 0, message: '' };
    const message = messageForItem(
      { outcome: 'failed', session: 's1', reasons: [{ code: 'new-session' }], problem },
      APPLE,
    );
    expect(message.text).toBe(
      'It did not work this time. It is larger than what Apple Health can take. Apple Health does not hold this session yet.',
    );
    expect(message.advice).toBe('Shorten it, then try it again from the sync history.');
  });
});

describe('codes of a newer version', () => {
  it('are spelt out, and never read as templates', () => {
    expect(messageForProblem({ code: 'toString' as 'busy', side: 'state' }).text).toBe('It says: toString.');
    expect(messageForRun({ end: '{a:b}' as 'done', counts: {} }).text).toBe('It says: a b.');
    expect(messageForItem({ outcome: 'moon-walked' as 'imported', reasons: [] }).text).toBe('It says: moon walked.');
    expect(messageForProblem({ code: 'unknown', side: 'moon' as 'state' }, APPLE).text).toMatch(/Apple Health\.$/);
  });
});
