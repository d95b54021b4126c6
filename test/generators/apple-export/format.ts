import type { ExportLocale, ExportSource } from './person';
import { appleDates, offsetsOf } from './zone';

/** The export's own version: 11 is iOS 15 and before, 12 iOS 16 with its broken DTD, 14 what came after. */
export type ExportFormat = 11 | 12 | 14;

/** How an export writes things down. */
export interface Pen {
  readonly format: ExportFormat;
  readonly locale: ExportLocale;
  readonly date: (instant: number) => string;
  /** The attributes that say who wrote something, and when. */
  readonly by: (source: ExportSource) => string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);

export const penOf = (format: ExportFormat, locale: ExportLocale, exportedAt: number): Pen => {
  const known = new Map<ExportSource, string>();
  // The address in a device string is of the exporting process: another one in every export.
  const address = `0x28${(exportedAt / 1000).toString(16).slice(-7)}`;
  return {
    format,
    locale,
    date: appleDates(offsetsOf(locale.zone)),
    by: (source) => {
      const before = known.get(source);
      if (before !== undefined) return before;
      const device = source.device && ` device="${escapeXml(`<<HKDevice: ${address}>, ${source.device}>`)}"`;
      const text = `sourceName="${escapeXml(source.name)}" sourceVersion="${source.version}"${device ?? ''}`;
      known.set(source, text);
      return text;
    },
  };
};

const METRES_A_MILE = 1609.344;
const KILOJOULES_A_KILOCALORIE = 4.184;

/** A distance in the person's unit, with the digits that Apple gives. */
export const distanceIn = ({ distance }: ExportLocale, metres: number): string =>
  String(Number((metres / (distance === 'mi' ? METRES_A_MILE : 1000)).toFixed(7)));

/** `Cal` is a kilocalorie: Apple's name for it in some languages. */
export const energyIn = ({ energy }: ExportLocale, kilocalories: number): string =>
  String(Number((kilocalories * (energy === 'kJ' ? KILOJOULES_A_KILOCALORIE : 1)).toFixed(4)));
