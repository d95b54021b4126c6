import type { DetailSummary } from '../../../src/domain/detail-summary';
import { toHealthConnectActivity } from '../../../src/platforms/health-connect/activity-map';
import type { FakeHealthConnect } from '../../../src/testing/health-connect/fake-health-connect';
import type { HealthConnectRecord } from '../../../src/testing/health-connect/records';
import type { ForeignWorkout, OtherApps } from '../../../src/testing/health-store/other-apps';
import { sampleDetail } from '../../../src/testing/health-store/sample-detail';

const NOTHING: DetailSummary = { series: {}, route: 'none', routePoints: 0 };

const HEART_RATE: DetailSummary = { ...NOTHING, series: { 'heart-rate': { count: 12, coverage: 1 } } };

/** What another app knows of a workout that it wrote: enough to write it again. */
interface Written {
  readonly workout: ForeignWorkout;
  readonly summary: DetailSummary;
  readonly clientId: string;
  readonly version: number;
}

/** The other apps of a phone, which write sessions and the records beside them as apps do. */
export const healthConnectOtherApps = (fake: FakeHealthConnect): OtherApps => {
  const written = new Map<string, Written>();
  let apps = 0;

  const put = ({ workout, summary, clientId, version }: Written): string => {
    const { start, end, activity, source, distanceMetres, energyKilocalories, title } = workout;
    const common = { app: source.app, start, end, version };
    const beside = (type: string, fields: object): void => {
      fake.put({ ...common, type, clientId: `${clientId}#${type}`, fields: { ...fields } });
    };
    const { series, routes } = sampleDetail({ start, end }, summary);
    const text = (at: number): string => new Date(at).toISOString();
    const route = routes.flat().map(({ at, ...place }) => ({ time: text(at), ...place }));
    const { type: exerciseType } = toHealthConnectActivity(activity);
    const session = { exerciseType, title: title ?? null, laps: [], segments: [], route };
    const key = fake.put({ ...common, type: 'ExerciseSession', clientId, fields: session });
    if (distanceMetres !== undefined) beside('Distance', { distance: { inMeters: distanceMetres } });
    const { active, total } = energyKilocalories ?? {};
    if (active !== undefined) beside('ActiveCaloriesBurned', { energy: { inKilocalories: active } });
    if (total !== undefined) beside('TotalCaloriesBurned', { energy: { inKilocalories: total } });
    const samples = (name: 'heart-rate' | 'speed', field: (value: number) => object): object => ({
      samples: (series[name] ?? []).map(({ at, value }) => ({ time: text(at), ...field(value) })),
    });
    if (series['heart-rate'])
      beside(
        'HeartRate',
        samples('heart-rate', (beatsPerMinute) => ({ beatsPerMinute })),
      );
    if (series.speed)
      beside(
        'Speed',
        samples('speed', (inMetersPerSecond) => ({ speed: { inMetersPerSecond } })),
      );
    written.set(key, { workout, summary, clientId, version });
    return key;
  };

  const take = (key: string): readonly HealthConnectRecord[] => {
    const session = fake.remove(key);
    if (session?.clientId === undefined) return session ? [session] : [];
    const beside = fake
      .records()
      .filter(({ app, clientId }) => app === session.app && clientId?.startsWith(`${session.clientId}#`));
    return [session, ...beside.flatMap(({ id }) => fake.remove(id) ?? [])];
  };

  const name = (): string => {
    apps += 1;
    return `w${apps}`;
  };

  const edit: OtherApps['edit'] = (key, change) => {
    const before = written.get(key);
    if (before === undefined) return key;
    return put({ ...before, workout: { ...before.workout, ...change }, version: before.version + 1 });
  };

  return {
    write: (workout, summary = HEART_RATE) => put({ workout, summary, clientId: name(), version: 1 }),
    edit,
    erase: (key) => {
      take(key);
    },
    replace: (key) => {
      const before = written.get(key);
      take(key);
      return before === undefined ? key : put({ ...before, clientId: name() });
    },
    reinsert: (key) => {
      for (const record of take(key)) fake.restore(record);
      return key;
    },
    deliver: (key, summary) => {
      const before = written.get(key);
      if (before !== undefined) put({ ...before, summary, version: before.version + 1 });
    },
    purgeDeletions: () => undefined,
  };
};
