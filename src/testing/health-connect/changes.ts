import type { Instant } from '../../domain/interval';
import type { HealthConnectDatabase, HealthConnectRecord } from './records';
import { invalidArgument } from './rejection';

/** What a read of changes shows. */
interface ChangesShown {
  readonly upserts: readonly HealthConnectRecord[];
  readonly deletions: readonly string[];
  readonly next: string;
  readonly expired: boolean;
  readonly hasMore: boolean;
}

export interface ChangesOptions {
  readonly now: () => Instant;
  readonly pageSize: number;
  readonly badToken: 'expired' | 'thrown';
  readonly canSee: (record: HealthConnectRecord) => boolean;
}

/** Documented as thirty days; AOSP keeps its logs for 32. */
const TOKEN_LIFE_MILLISECONDS = 30 * 86_400_000;

const EXPIRED: ChangesShown = { upserts: [], deletions: [], next: '', expired: true, hasMore: false };

/** The change log, read under tokens. */
export interface ChangesReader {
  readonly token: (types: readonly string[]) => string;
  readonly read: (token: string) => ChangesShown;
  /** No token that was handed out so far is good any more. */
  readonly expire: () => void;
}

/**
 * Reads the change log.
 *
 * **Shape** a page shows upserts as they are now and deletions by id; which came first is lost. A token that is expired, foreign
 * or unreadable is `expired`, and the next one is then empty.
 */
export const changesReader = (database: HealthConnectDatabase, options: ChangesOptions): ChangesReader => {
  const { now, pageSize, badToken, canSee } = options;
  let generation = 1;
  const written = (place: number, types: string): string => `${generation}.${place}.${now()}.${types}`;
  const bad = (): ChangesShown => {
    if (badToken === 'thrown') throw invalidArgument('Invalid token');
    return EXPIRED;
  };

  return {
    token: (types) => written(database.log().length, types.join('+')),
    read: (token) => {
      const [of, place, at, types = ''] = token.split('.');
      if (of === undefined || !/^\d+$/.test(place ?? '') || Number.isNaN(Number(at))) return bad();
      if (Number(of) !== generation) return bad();
      if (now() - Number(at) > TOKEN_LIFE_MILLISECONDS) return EXPIRED;
      const log = database.log();
      const from = Number(place);
      const end = Math.min(from + pageSize, log.length);
      const known = types.split('+');
      const lines = log.slice(from, end).filter(({ record }) => known.includes(record.type));
      const ids = new Set(lines.flatMap((line) => (line.kind === 'upsert' ? [line.record.id] : [])));
      return {
        upserts: [...ids].flatMap((id) => database.get(id) ?? []).filter(canSee),
        deletions: lines.flatMap((line) => (line.kind === 'deletion' ? [line.record.id] : [])),
        next: written(end, types),
        expired: false,
        hasMore: end < log.length,
      };
    },
    expire: () => {
      generation += 1;
    },
  };
};
