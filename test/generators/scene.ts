import type { Recording } from '../../src/domain/recording';
import type { LabelledRecording } from './labelled-recording';
import type { SeededRandom } from './seeded-random';

/** Makes one scene that starts after `from`. `name` keeps the keys and labels of scenes apart. */
export type Scene = (random: SeededRandom, from: number, name: string) => LabelledRecording[];

export const WATCH = 'com.watch';
export const PHONE = 'com.phone';
export const OTHER_APP = 'com.other';

export const label = (happening: string, ...recordings: readonly Recording[]): LabelledRecording[] =>
  recordings.map((recording) => ({ recording, happening }));
