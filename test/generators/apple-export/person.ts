import type { Activity } from '../../../src/domain/activity';

/** An app or a device that writes into Apple Health. */
export interface ExportSource {
  /** As the file has it: Apple's own names hold a no-break space and a typographic apostrophe. */
  readonly name: string;
  readonly version: string;
  /** What stands after the address in the device string; absent for apps that name no device. */
  readonly device?: string;
  /** What it records beside the header. Apps that only pass a file on write none of it. */
  readonly records: 'everything' | 'route' | 'heart-rate' | 'nothing';
  /** Gives its workouts a sync identifier with a version, an external id, or neither. */
  readonly ids: 'sync-identifier' | 'external-uuid' | 'none';
}

/** Words and units that an export is written in. */
export interface ExportLocale {
  readonly locale: string;
  readonly zone: string;
  readonly distance: 'km' | 'mi';
  readonly energy: 'kcal' | 'Cal' | 'kJ';
  readonly temperature: 'degC' | 'degF';
  /** Apple translates the names of its files. */
  readonly folder: string;
  readonly file: string;
}

export const LOCALES = {
  germany: {
    locale: 'de_DE',
    zone: 'Europe/Berlin',
    distance: 'km',
    energy: 'kcal',
    temperature: 'degC',
    folder: 'apple_health_export',
    file: 'Exportieren.xml',
  },
  america: {
    locale: 'en_US',
    zone: 'America/New_York',
    distance: 'mi',
    energy: 'Cal',
    temperature: 'degF',
    folder: 'apple_health_export',
    file: 'export.xml',
  },
  australia: {
    locale: 'en_AU',
    zone: 'Australia/Sydney',
    distance: 'km',
    energy: 'kJ',
    temperature: 'degC',
    folder: 'apple_health_export',
    file: 'export.xml',
  },
} as const satisfies Readonly<Record<string, ExportLocale>>;

const WATCH: ExportSource = {
  name: 'Ada’s Apple\u00a0Watch',
  version: '10.3.1',
  device: 'name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,7, software:10.3.1',
  records: 'everything',
  ids: 'none',
};

const PHONE: ExportSource = {
  name: 'Ada’s iPhone',
  version: '17.3',
  device: 'name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,2, software:17.3',
  records: 'nothing',
  ids: 'none',
};

/** Everything that writes into this person's Apple Health. The names are made up. */
export const SOURCES = {
  watch: WATCH,
  phone: PHONE,
  stridewell: { name: 'Stridewell', version: '8811', records: 'route', ids: 'sync-identifier' },
  runlog: { name: 'Run & Log', version: '4.2', records: 'nothing', ids: 'external-uuid' },
  velotrack: {
    name: 'Velotrack',
    version: '2203',
    device: 'name:VT Edge, manufacturer:VT',
    records: 'heart-rate',
    ids: 'none',
  },
  liftbook: { name: 'Liftbook', version: '61', records: 'nothing', ids: 'sync-identifier' },
  health: { name: 'Health', version: '17.3', records: 'nothing', ids: 'none' },
} as const satisfies Readonly<Record<string, ExportSource>>;

const CYCLING: ReadonlySet<Activity> = new Set(['cycling', 'indoor-cycling']);
const GYM: ReadonlySet<Activity> = new Set([
  'strength-training',
  'weightlifting',
  'functional-strength',
  'cross-training',
  'hiit',
  'yoga',
]);

/** Which of the phone's apps somebody uses for an activity. */
export const phoneAppFor = (activity: Activity): ExportSource => {
  if (CYCLING.has(activity)) return SOURCES.velotrack;
  return GYM.has(activity) ? SOURCES.liftbook : SOURCES.stridewell;
};
