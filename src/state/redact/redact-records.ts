import type { DetailSummary, SeriesSummary } from '../../domain/detail-summary';
import type { Prints } from '../../domain/prints';
import type { RawActivity } from '../../domain/raw-activity';
import type { Recording } from '../../domain/recording';
import type { Session } from '../../domain/session';
import type { MirrorEntry } from '../../domain/workout';
import type { Names } from './names';

/** An object without the fields that are not there. */
export const defined = <Shape>(fields: { readonly [Name in keyof Shape]: Shape[Name] | undefined }): Shape =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Shape;

/** What is there but is no number stays wrong, and says nothing. */
const WRONG = null as unknown as number;

const amount = (value: number | undefined): number | undefined =>
  value === undefined || typeof value === 'number' ? value : WRONG;

const text = (value: unknown, name: (value: string) => string): string =>
  typeof value === 'string' && value !== '' ? name(value) : '';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A field that holds an object; another thing in its place stays wrong, and says nothing. */
const object = <Value>(value: Value | undefined, redact: (value: Value) => Value): Value | undefined => {
  if (value === undefined) return undefined;
  return isObject(value) ? redact(value) : (WRONG as Value);
};

const list = (values: readonly string[] | undefined, name: (value: string) => string): readonly string[] | undefined =>
  object(values, (some) => (Array.isArray(some) ? some.map((value) => text(value, name)) : (WRONG as never)));

/** The form of an activity's id. What a host put there instead may be anything. */
const ACTIVITY = /^[a-z][a-z-]{0,39}$/;

/** An activity, also one that this version does not know. */
export const redactActivity = (activity: string): string =>
  ACTIVITY.test(activity) || activity === '' ? activity : 'unknown-activity';

const detailOf = (detail: DetailSummary, names: Names): DetailSummary =>
  defined<DetailSummary>({
    series: object(detail.series, (series) =>
      Object.fromEntries(
        Object.entries(series).map(([name, one]) => [
          name,
          object(one as SeriesSummary, ({ count, coverage }) => ({
            count: amount(count) as number,
            coverage: amount(coverage) as number,
          })),
        ]),
      ),
    ),
    route: detail.route,
    routePoints: amount(detail.routePoints),
    laps: amount(detail.laps),
    pauses: amount(detail.pauses),
    readAt: detail.readAt === undefined ? undefined : names.time(detail.readAt),
  });

const moment = (at: number, names: Names): number => (typeof at === 'number' ? names.time(at) : WRONG);

const recordingOf = (recording: Recording, names: Names): Recording =>
  defined<Recording>({
    key: text(recording.key, names.key),
    activity: text(recording.activity, redactActivity) as Recording['activity'],
    start: moment(recording.start, names),
    end: moment(recording.end, names),
    source: object(recording.source, ({ app, device }) => ({
      app: text(app, names.app),
      ...(device?.type !== undefined && { device: { type: device.type } }),
    })),
    sourceId: recording.sourceId === undefined ? undefined : text(recording.sourceId, names.id),
    crossIds: list(recording.crossIds, names.id),
    parent: recording.parent === undefined ? undefined : text(recording.parent, names.key),
    relayedFrom: list(recording.relayedFrom, names.app),
    distanceMetres: amount(recording.distanceMetres),
    energyKilocalories: object(recording.energyKilocalories, ({ active, total }) =>
      defined({ active: amount(active), total: amount(total) }),
    ),
    elevationGainMetres: amount(recording.elevationGainMetres),
    activeSeconds: amount(recording.activeSeconds),
    offsetSeconds: amount(recording.offsetSeconds),
    method: recording.method,
    detail: object(recording.detail, (detail) => detailOf(detail, names)),
  });

/** A session as a bundle holds it: its title is a number, and what sync does not know of it is left out. */
export const redactSession = (session: Session, names: Names): Session =>
  defined<Session>({
    ...recordingOf(session, names),
    kind: 'session',
    title: session.title === undefined ? undefined : text(session.title, names.title),
    revision: text(session.revision, names.revision),
    state: session.state,
    owner: session.owner === undefined ? undefined : text(session.owner, names.device),
    origin: object(session.origin, ({ platform, workout }) => ({ platform, workout: text(workout, names.key) })),
  });

const shifted = (instant: string, names: Names): string => (instant === '' ? '' : String(names.time(Number(instant))));

/** Prints as a bundle holds them: of a title only whether it is the same. */
export const redactPrints = ({ facts, detail }: Prints, names: Names): Prints => {
  const [activity = '', start = '', end = '', title = ''] = facts.split(' ');
  return {
    facts: `${redactActivity(activity)} ${shifted(start, names)} ${shifted(end, names)} ${names.titlePrint(title)}`,
    detail: /^[-+.\de |?]*$/.test(detail) ? detail : '',
  };
};

const redactRaw = ({ platform, type, ...rest }: RawActivity): RawActivity => {
  const numbers = Object.entries(rest).filter(([name]) => /^(indoor|swimLocation|platformType)$/.test(name));
  return { platform, type, ...Object.fromEntries(numbers) } as RawActivity;
};

/** A workout as a bundle holds it. */
export const redactWorkout = (workout: MirrorEntry, names: Names): MirrorEntry =>
  defined<MirrorEntry>({
    ...recordingOf(workout, names),
    kind: 'workout',
    platform: workout.platform,
    raw: object(workout.raw, redactRaw),
    external: object(workout.external, ({ id, version }) => ({
      id: text(id, names.id),
      version: amount(version) as number,
    })),
    prints: redactPrints(workout.prints, names),
    title: undefined,
  });
