import type { Interval } from '../../domain/interval';
import type { Answer, Ledger, RecordName } from '../../domain/ledger';
import type { Link } from '../../domain/link';
import type { Observed } from '../../domain/observed';
import type { Settings } from '../../domain/settings';
import type { World } from '../../reconcile/world';
import { type Names, REDACTED_ACCOUNT } from './names';
import { defined, redactActivity, redactPrints, redactSession, redactWorkout } from './redact-records';

const windowOf = ({ start, end }: Interval, { time }: Names): Interval => ({ start: time(start), end: time(end) });

const observed = <Item>(
  { items, window, complete, absence, gone }: Observed<Item>,
  redact: (item: Item, names: Names) => Item,
  names: Names,
): Observed<Item> => ({
  items: items.map((item) => redact(item, names)),
  window: windowOf(window, names),
  complete,
  absence,
  gone: gone.map(names.key),
});

const link = ({ kind, state, session, workout, copies, app, base, shadow }: Link, names: Names): Link =>
  defined<Link>({
    kind,
    state,
    session: names.key(session),
    workout: names.key(workout),
    copies: copies.map(names.key),
    app: app === undefined ? undefined : names.app(app),
    base: {
      session: redactPrints(base.session, names),
      workout: redactPrints(base.workout, names),
      revision: names.revision(base.revision),
      version: base.version,
    },
    shadow: { ...windowOf(shadow, names), activity: redactActivity(shadow.activity) as typeof shadow.activity },
  });

/** A confirmation names what it confirms by the keys in it, which are gone: it is left out. */
const answers = (answer: Answer, names: Names): readonly Answer[] => {
  switch (answer.kind) {
    case 'same':
    case 'different':
      return [{ kind: answer.kind, a: names.key(answer.a), b: names.key(answer.b) }];
    case 'prefer':
      return [{ kind: 'prefer', workout: names.key(answer.workout) }];
    case 'confirm':
      return [];
    default:
      return [{ kind: answer.kind, session: names.key(answer.session) }];
  }
};

const recordName = (one: RecordName, names: Names): RecordName =>
  typeof one === 'string' ? names.key(one) : { kind: one.kind, key: names.key(one.key) };

const ledgerOf = (ledger: Ledger, names: Names): Ledger => ({
  revision: ledger.revision,
  links: ledger.links.map((one) => link(one, names)),
  answers: ledger.answers.flatMap((answer) => answers(answer, names)),
  quarantined: ledger.quarantined.map((one) => recordName(one, names)),
  ...(ledger.awaiting && { awaiting: ledger.awaiting.map((one) => recordName(one, names)) }),
});

const settingsOf = (settings: Settings, { app, time }: Names): Settings => {
  const { import: imports, export: exports } = settings;
  return {
    ...settings,
    import: {
      ...imports,
      ...(imports.importFrom !== undefined && { importFrom: time(imports.importFrom) }),
      ignoredSources: imports.ignoredSources.map(app),
      preferredSources: imports.preferredSources.map(app),
      refusedOrigins: imports.refusedOrigins.map(app),
    },
    export: {
      ...exports,
      ...(exports.exportFrom !== undefined && { exportFrom: time(exports.exportFrom) }),
      relayedOrigins: exports.relayedOrigins.map(app),
    },
  };
};

/** A world in which nothing says whose it is, and which is planned to the same steps. */
export const redactWorld = (world: World, names: Names): World => {
  const { sessions, mirror, ledger, scope, settings, now } = world;
  const { readFrom, ownSources, device, ...rest } = scope;
  return {
    sessions: observed(sessions, redactSession, names),
    mirror: observed(mirror, redactWorkout, names),
    ledger: ledgerOf(ledger, names),
    scope: {
      ...rest,
      account: REDACTED_ACCOUNT,
      device: names.device(device),
      ownSources: ownSources.map(names.app),
      ...(readFrom !== undefined && { readFrom: names.time(readFrom) }),
    },
    settings: settingsOf(settings, names),
    now: names.time(now),
  };
};
