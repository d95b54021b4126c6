import type { Device, Source } from '../../domain/source';

/**
 * A name as it is compared: exports hold U+00A0 in names ("Ada’s Apple Watch"), and may compose letters differently.
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f\ufeff]+/g, ' ')
    .trim();

const DEVICE_TYPES: readonly (readonly [pattern: RegExp, type: NonNullable<Device['type']>])[] = [
  [/watch/i, 'watch'],
  [/phone|ipod|ipad/i, 'phone'],
];

/**
 * Reads `<<HKDevice: 0x282d45c80>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:9.1>`.
 * Values may hold commas, so a field ends where the next one is named. The address is another one in every export.
 */
export const parseDevice = (text: string | undefined): Device | undefined => {
  if (text === undefined) return undefined;
  const fields: Record<string, string> = Object.create(null);
  const pattern = /(?:^|, )(name|manufacturer|model|hardware|firmware|software|localIdentifier|UDI|creation date):/g;
  const body = text.replace(/^<+HKDevice: [^>]*>,? ?/, '').replace(/>\s*$/, '');
  const marks = [...body.matchAll(pattern)];
  for (const [index, mark] of marks.entries()) {
    const from = (mark.index ?? 0) + mark[0].length;
    const value = plainName(body.slice(from, marks[index + 1]?.index ?? body.length));
    if (mark[1] !== undefined && value !== '') fields[mark[1]] = value;
  }
  const { name, manufacturer, model, hardware } = fields;
  const said = `${model ?? ''} ${hardware ?? ''} ${name ?? ''}`;
  const type = DEVICE_TYPES.find(([known]) => known.test(said))?.[1];
  const most = hardware ?? model ?? name;
  if (most === undefined && manufacturer === undefined) return undefined;
  return {
    ...(type !== undefined && { type }),
    ...(manufacturer !== undefined && { manufacturer }),
    ...(most !== undefined && { model: most }),
  };
};

/** The source of a record. An export names apps as the screen does: bundle identifiers are not in it. */
export const sourceOf = (sourceName: string, device: string | undefined): Source => {
  const parsed = parseDevice(device);
  const app = plainName(sourceName);
  return { app, appName: app, ...(parsed && { device: parsed }) };
};
