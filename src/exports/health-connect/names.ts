import type { Device, Source } from '../../domain/source';
import type { ExportFile } from './export-file';
import { scanRows } from './scan-rows';
import { numberIn, numberOf, textIn, textOf } from './sql';
import { APPS, DEVICES } from './tables';

/** Android's `Device.DEVICE_TYPE_*`. Zero is unknown; those that are not listed came later. */
const DEVICE_TYPES: Readonly<Record<number, NonNullable<Device['type']>>> = {
  1: 'watch',
  2: 'phone',
  3: 'scale',
  4: 'ring',
  5: 'head-mounted',
  6: 'band',
  7: 'chest-strap',
};

const LONGEST_NAME = 200;

/** Who wrote a record, and with what. */
export type SourceOf = (app: number | undefined, device: number | undefined) => Source | undefined;

const deviceOf = (type: number | undefined, manufacturer: string | undefined, model: string | undefined): Device => ({
  ...(type !== undefined && type > 0 && { type: DEVICE_TYPES[type] ?? 'other' }),
  ...(manufacturer !== undefined && { manufacturer }),
  ...(model !== undefined && { model }),
});

const readDevices = async (file: ExportFile): Promise<ReadonlyMap<number, Device>> => {
  const devices = new Map<number, Device>();
  const { has } = file.schema;
  if (!has(DEVICES)) return devices;
  const column = (name: string, of: string): string => `${has(DEVICES, name) ? of : 'NULL'} AS ${name}`;
  const columns = [
    column('device_type', numberOf('device_type')),
    column('manufacturer', textOf('manufacturer', LONGEST_NAME)),
    column('model', textOf('model', LONGEST_NAME)),
  ];
  await scanRows(file, DEVICES, columns.join(', '), (row, id) => {
    const device = deviceOf(numberIn(row.device_type), textIn(row.manufacturer), textIn(row.model));
    if (Object.keys(device).length > 0) devices.set(id, device);
  });
  return devices;
};

/** Reads which apps and devices there are: some dozens, so all of them are kept. */
export const readSources = async (file: ExportFile): Promise<SourceOf> => {
  const apps = new Map<number, Source>();
  const { has } = file.schema;
  if (has(APPS, 'package_name')) {
    const name = has(APPS, 'app_name') ? textOf('app_name', LONGEST_NAME) : 'NULL';
    const columns = `${textOf('package_name', LONGEST_NAME)} AS app, ${name} AS name`;
    await scanRows(file, APPS, columns, (row, id) => {
      const [app, appName] = [textIn(row.app), textIn(row.name)];
      if (app === undefined)
        file.problems.report('row-unreadable', { table: APPS, row: id }, 'an app without a package name.');
      else apps.set(id, { app, ...(appName !== undefined && { appName }) });
    });
  }
  const devices = await readDevices(file);
  return (app, device) => {
    const source = app === undefined ? undefined : apps.get(app);
    const made = device === undefined ? undefined : devices.get(device);
    return source && (made ? { ...source, device: made } : source);
  };
};
