import type { Activity } from '../../domain/activity';
import type { Platform } from '../../domain/platform';
import type { Energy, Recording, RecordingMethod } from '../../domain/recording';
import type { Session } from '../../domain/session';
import type { Device } from '../../domain/source';
import type { SqlRow, SqlValue } from '../../stores/sqlite/driver';
import type { ContentColumn } from './session-table';

/** What has no column of its own, since nobody would ask for it in a query. */
interface More extends Pick<Recording, 'sourceId' | 'crossIds' | 'parent' | 'relayedFrom'> {
  readonly device?: Device;
}

/** The same object without the fields that hold nothing. */
const known = <Fields extends object>(
  fields: {
    readonly [Name in keyof Fields]: Fields[Name] | undefined;
  },
): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Fields;

const jsonOf = (value: object): string | null => (Object.keys(value).length > 0 ? JSON.stringify(value) : null);

/** What a person calls a device. */
const deviceText = (device: Device | undefined): string | null => device?.model ?? device?.type ?? null;

/** A session as the values of its row. */
export const rowOfSession = (session: Session): Readonly<Record<ContentColumn, SqlValue>> => {
  const { source, energyKilocalories: energy, origin, sourceId, crossIds, parent, relayedFrom } = session;
  return {
    activity: session.activity,
    title: session.title ?? null,
    start_ms: session.start,
    end_ms: session.end,
    offset_seconds: session.offsetSeconds ?? null,
    active_seconds: session.activeSeconds ?? null,
    distance_metres: session.distanceMetres ?? null,
    active_kilocalories: energy?.active ?? null,
    total_kilocalories: energy?.total ?? null,
    elevation_gain_metres: session.elevationGainMetres ?? null,
    app: source?.app ?? null,
    app_name: source?.appName ?? null,
    device: deviceText(source?.device),
    method: session.method ?? null,
    state: session.state,
    owner: session.owner ?? null,
    origin_platform: origin?.platform ?? null,
    origin_workout: origin?.workout ?? null,
    detail: session.detail === undefined ? null : JSON.stringify(session.detail),
    more: jsonOf(known<More>({ sourceId, crossIds, parent, relayedFrom, device: source?.device })),
  };
};

const text = <Text extends string = string>(value: unknown): Text | undefined =>
  value === null || value === undefined ? undefined : (String(value) as Text);

const number = (value: unknown): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);

const json = (value: unknown): Record<string, unknown> =>
  typeof value === 'string' ? (JSON.parse(value) as Record<string, unknown>) : {};

const energyOf = (row: SqlRow): Energy | undefined => {
  const energy = known<Energy>({ active: number(row.active_kilocalories), total: number(row.total_kilocalories) });
  return Object.keys(energy).length > 0 ? energy : undefined;
};

/** The session that a row holds. What a person left out is unknown, never zero. */
export const sessionOfRow = (row: SqlRow): Session => {
  const { device, ...more } = json(row.more) as More;
  const app = text(row.app);
  const workout = text(row.origin_workout);
  const platform = text<Platform>(row.origin_platform);
  return known<Session>({
    kind: 'session',
    key: String(row.key),
    activity: String(row.activity) as Activity,
    start: Number(row.start_ms),
    end: Number(row.end_ms),
    revision: String(row.revision),
    state: String(row.state) as Session['state'],
    ...more,
    title: text(row.title),
    offsetSeconds: number(row.offset_seconds),
    activeSeconds: number(row.active_seconds),
    distanceMetres: number(row.distance_metres),
    energyKilocalories: energyOf(row),
    elevationGainMetres: number(row.elevation_gain_metres),
    source: app === undefined ? undefined : known({ app, appName: text(row.app_name), device }),
    method: text<RecordingMethod>(row.method),
    owner: text(row.owner),
    origin: platform && workout !== undefined ? { platform, workout } : undefined,
    detail: row.detail === null ? undefined : (json(row.detail) as unknown as Session['detail']),
  } as Session);
};
