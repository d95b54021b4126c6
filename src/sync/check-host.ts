import type { SyncHost } from './surface/host';

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

/** @throws TypeError that names each field that is missing or wrong: a host in plain JavaScript has no compiler to say so. */
export const checkHost = (host: SyncHost): void => {
  const wrong = NEEDED.filter(([field, isRight]) => !isRight(host?.[field]));
  if (wrong.length === 0) return;
  throw new TypeError(
    `createSync was not given what it needs: ${wrong.map(([field, , what]) => `\`${field}\` must be ${what}`).join('; ')}.`,
  );
};
