import type { Answer, Claim, RecordName, Restore } from '../../domain/ledger';
import type { Session } from '../../domain/session';
import type { ExportContext, ImportContext } from '../../policy/rule';
import type { Certainty } from '../gather/certainty';
import type { Sides } from '../gather/sides';
import type { PlanOptions } from '../options';
import type { Placed } from '../plan';
import type { World } from '../world';
import type { Draft } from '../write/draft';

/** The user's answers, by what they are about. Those about pairs belong to matching, a confirmation to the guard. */
interface Answers {
  readonly exported: ReadonlySet<string>;
  readonly restored: ReadonlyMap<string, Restore>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly workoutKept: ReadonlySet<string>;
  readonly preferred: ReadonlySet<string>;
}

const subjectOf = (answer: Answer): string => {
  if ('session' in answer) return answer.session;
  return 'workout' in answer ? answer.workout : '';
};

const answersOf = (answers: readonly Answer[]): Answers => {
  const about = (kind: Answer['kind']): ReadonlySet<string> =>
    new Set(answers.filter((answer) => answer.kind === kind).map(subjectOf));
  return {
    exported: about('export'),
    restored: new Map(answers.flatMap((answer) => (answer.kind === 'restore' ? [[answer.session, answer]] : []))),
    claims: new Map(answers.flatMap((answer) => (answer.kind === 'claim' ? [[answer.session, answer]] : []))),
    workoutKept: about('keep-workout'),
    preferred: about('prefer'),
  };
};

/** All that a decision may look at, and the draft it writes to. */
export interface View {
  readonly world: World;
  readonly sides: Sides;
  readonly certainty: Certainty;
  readonly answers: Answers;
  /** Keys, and names of records of one kind. */
  readonly quarantined: ReadonlySet<string>;
  /** The same. */
  readonly awaiting: ReadonlySet<string>;
  readonly openSessions: readonly Session[];
  /** Whether a session key is in use: listed, or in the ledger. */
  readonly isTaken: (session: string) => boolean;
  readonly importContext: ImportContext;
  readonly exportContext: ExportContext;
  readonly draft: Draft;
}

/** What a record is called among others, of which one of the other kind may have the same key. */
const nameOf = ({ kind, key }: Pick<Placed, 'kind' | 'key'>): string => `${kind} ${key}`;

const namesOf = (records: readonly RecordName[] = []): ReadonlySet<string> =>
  new Set(records.map((one) => (typeof one === 'string' ? one : nameOf(one))));

const isAmong = (names: ReadonlySet<string>, record: Pick<Placed, 'kind' | 'key'>): boolean =>
  names.has(record.key) || names.has(nameOf(record));

/** Whether a record was given up on for now. */
export const isQuarantined = ({ quarantined }: View, record: Pick<Placed, 'kind' | 'key'>): boolean =>
  isAmong(quarantined, record);

/** Whether a record belongs with one that was not seen yet. */
export const isAwaiting = ({ awaiting }: View, record: Pick<Placed, 'kind' | 'key'>): boolean =>
  isAmong(awaiting, record);

/** Makes a view of a world. */
export const viewOf = (
  world: World,
  options: PlanOptions,
  { sides, certainty, draft }: Pick<View, 'sides' | 'certainty' | 'draft'>,
): View => {
  const { ledger, scope, now } = world;
  let linked: ReadonlySet<string> | undefined;
  const isLinked = (session: string): boolean => {
    linked ??= new Set(ledger.links.map((link) => link.session));
    return linked.has(session);
  };
  const openSessions: Session[] = [];
  for (const { item } of sides.sessions.slots) if (item.state === 'open') openSessions.push(item);
  return {
    world,
    sides,
    certainty,
    answers: answersOf(ledger.answers),
    quarantined: namesOf(ledger.quarantined),
    awaiting: namesOf(ledger.awaiting),
    openSessions,
    isTaken: (session) => sides.sessions.get(session) !== undefined || isLinked(session),
    importContext: { now, ownSources: scope.ownSources, ...(options.importRules && { rules: options.importRules }) },
    exportContext: { now, device: scope.device, ...(options.exportRules && { rules: options.exportRules }) },
    draft,
  };
};
