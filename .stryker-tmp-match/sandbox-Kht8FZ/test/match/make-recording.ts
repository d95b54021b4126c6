// @ts-nocheck
import type { Recording } from '../../src/domain/recording';

/** A recording of a run, in seconds from an arbitrary moment; every field can be replaced. */
export const recordingOf = (key: string, startSeconds: number, endSeconds: number, fields: Fields = {}): Recording => ({
  key,
  activity: 'running',
  start: Math.round(1_700_000_000_000 + startSeconds * 1000),
  end: Math.round(1_700_000_000_000 + endSeconds * 1000),
  ...fields,
});

/** A source by the name of its app. */
export const by = (app: string): Pick<Recording, 'source'> => ({ source: { app } });

export const EXTERNAL_ID = `ws1-${'0'.repeat(32)}`;
export const OTHER_EXTERNAL_ID = `ws1-${'1'.repeat(32)}`;

/** The field by which a workout carries an external id. */
export const external = (id: string): Record<string, unknown> => ({ external: { id, version: 1 } });

/** Fields of a recording and of what it may be besides. */
export type Fields = Partial<Recording> & Record<string, unknown>;
