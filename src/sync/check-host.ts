import type { SyncHost } from './surface/host';
import type { RunRequest } from './surface/request';

type Field = keyof SyncHost & string;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const hasAll =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && names.every((name) => name in value);

/** What a host has to hand over, and what is said where it does not. */
const NEEDED: readonly (readonly [Field, (value: unknown) => boolean, string])[] = [
  ['store', hasAll('platform', 'ownSources', 'access', 'readWorkouts'), 'a HealthStore'],
  ['sessions', hasAll('absenceMeansDeleted'), 'a SessionStore'],
  ['state', hasAll('read', 'transact'), 'a StateStore, such as memoryState()'],
  ['settings', hasAll('import', 'export', 'guard'), 'whole Settings: make them with settingsFrom or parseSettings'],
  ['account', isText, 'a text that stands for whose sessions these are'],
  ['device', isText, 'a text that stands for this installation'],
];

/** What work is cut into. */
const SIZES: ReadonlySet<string> = new Set(['batchSize', 'sliceSize', 'pageSize']);

const isSize = (value: unknown): boolean => typeof value === 'number' && value >= 1 && Math.floor(value) === value;

/** The numbers among these fields that nothing can go by, each with what it must be. */
const wrongNumbers = (fields: object, path = ''): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const field = `\`${path}${name}\` must be`;
    if (SIZES.has(name) && value !== undefined && !isSize(value))
      return [`${field} a whole number from 1 on, or left out: in pieces of any other size the work would never end`];
    return Number.isNaN(value) ? [`${field} a number, or left out: no time and no count ever comes to NaN`] : [];
  });

const throwIfWrong = (call: string, wrong: readonly string[]): void => {
  if (wrong.length > 0) throw new TypeError(`${call} was not given what it needs: ${wrong.join('; ')}.`);
};

/** @throws TypeError that names each field that is missing or wrong: a host in plain JavaScript has no compiler to say so. */
export const checkHost = (host: SyncHost): void => {
  const wrong = NEEDED.filter(([field, isRight]) => !isRight(host?.[field]));
  throwIfWrong('createSync', [
    ...wrong.map(([field, , what]) => `\`${field}\` must be ${what}`),
    ...wrongNumbers(host?.pace ?? {}, 'pace.'),
  ]);
};

/** @throws TypeError that names each number of the request that would keep a run from ending. No compiler can tell one. */
export const checkRequest = (call: 'run' | 'preview', request: RunRequest): void =>
  throwIfWrong(call, wrongNumbers(request));
