/** Fields that hold the key of a session. Some may hold that of a workout instead, or a word: those have no other name. */
const NAMING: ReadonlySet<string> = new Set(['session', 'of', 'other', 'a', 'b', 'value', 'first']);

/** How keys of sessions are called, and which keys are those of workouts, too. */
export interface Names {
  readonly nameOf: (key: string) => string;
  readonly isWorkout: (key: string) => boolean;
}

/** A step is named by what it does and by the session, which is all behind the first space. */
const renamedStep = (id: string, nameOf: (key: string) => string): string => {
  const cut = id.indexOf(' ') + 1;
  return id.slice(0, cut) + nameOf(id.slice(cut));
};

const renamed = (value: unknown, names: Names, field = ''): unknown => {
  const { nameOf, isWorkout } = names;
  if (typeof value === 'string') {
    if (field === 'id') return renamedStep(value, nameOf);
    return NAMING.has(field) ? nameOf(value) : value;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => renamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const { kind, code, of } = value as { readonly kind?: unknown; readonly code?: unknown; readonly of?: unknown };
  // A rule of the host's own was shown the session as the app knows it.
  if (typeof code === 'string' && code.startsWith('host-')) return value;
  // Its original is a session only where there is no workout of that key.
  const isOfWorkout = kind === 'copy' && typeof of === 'string' && isWorkout(of);
  const fieldOf = (name: string): string => {
    if (name === 'key' && kind === 'session') return 'session';
    return name === 'of' && isOfWorkout ? 'workout' : name;
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [name, renamed(one, names, fieldOf(name))]),
  );
};

/**
 * What the app is told, with its sessions under other names.
 *
 * **Shape** plain data: plans, provenances, findings and items of the history, in which a key stands in a field of its own.
 * **Cost** O(answer).
 */
export const renameSessions = <Answer>(answer: Answer, names: Names): Answer => renamed(answer, names) as Answer;
