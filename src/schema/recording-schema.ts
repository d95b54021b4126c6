import { fields, flag, listOf, maybe, number, oneOf, text, variants } from './fields';
import { activitySchema } from './vocabulary-schema';

const seriesSchema = maybe(fields({ count: number, coverage: number }));

const detailSchema = fields({
  series: fields({
    'heart-rate': seriesSchema,
    speed: seriesSchema,
    distance: seriesSchema,
    cadence: seriesSchema,
    power: seriesSchema,
    steps: seriesSchema,
  }),
  route: oneOf('present', 'none', 'consent-required', 'denied', 'unknown'),
  routePoints: number,
  laps: maybe(number),
  readAt: maybe(number),
  pauses: maybe(number),
});

const deviceSchema = fields({
  type: maybe(oneOf('watch', 'phone', 'ring', 'band', 'chest-strap', 'head-mounted', 'scale', 'other')),
  manufacturer: maybe(text),
  model: maybe(text),
});

const sourceSchema = fields({ app: text, appName: maybe(text), device: maybe(deviceSchema) });

/** What a workout and a session have in common. Shapes only: an end before its start is the core's to skip. */
export const recordingShape = {
  key: text,
  activity: activitySchema,
  start: number,
  end: number,
  source: maybe(sourceSchema),
  sourceId: maybe(text),
  crossIds: maybe(listOf(text)),
  parent: maybe(text),
  relayedFrom: maybe(listOf(text)),
  distanceMetres: maybe(number),
  energyKilocalories: maybe(fields({ active: maybe(number), total: maybe(number) })),
  elevationGainMetres: maybe(number),
  activeSeconds: maybe(number),
  offsetSeconds: maybe(number),
  method: maybe(oneOf('recorded', 'detected', 'manual')),
  detail: maybe(detailSchema),
};

/** The platform's own number, known to this version or not. */
export const rawActivitySchema = variants(
  'platform',
  ['apple-health', 'health-connect'],
  fields({
    platform: oneOf('apple-health'),
    type: number,
    indoor: maybe(flag),
    swimLocation: maybe(oneOf('pool', 'open-water')),
  }),
  fields({ platform: oneOf('health-connect'), type: number, platformType: maybe(number) }),
);
