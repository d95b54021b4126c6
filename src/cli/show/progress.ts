import { SingleBar } from 'cli-progress';
import type { Progress } from '../../sync/surface/request';
import type { Output } from '../terminal';

const PHASES: Readonly<Record<Progress['phase'], string>> = {
  observing: 'Reading',
  planning: 'Planning',
  'reading-detail': 'Counting samples',
  applying: 'Writing',
};

/** How far the work is, as a line that is drawn over and over, and is gone in the end. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

const NOTHING: ProgressLine = { show: () => undefined, end: () => undefined };

/** A progress bar on a terminal; nothing at all elsewhere. */
export const progressOn = (stream: Output, isQuiet: boolean): ProgressLine => {
  if (isQuiet || stream.isTTY !== true) return NOTHING;
  const bar = new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: null,
    barsize: 28,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    format: '{phase}  {bar}  {count}',
  });
  let isStarted = false;
  return {
    show: ({ phase, done, total, item }) => {
      const count = total === undefined ? `${done}` : `${done} of ${total}`;
      // The runner names the record at hand here; a reader, what it counts.
      const text = { phase: PHASES[phase].padEnd(16), count: item === 'MB' ? `${count} MB` : count };
      if (!isStarted) bar.start(1, 0, text);
      isStarted = true;
      bar.setTotal(total === undefined ? Math.max(1, done * 2) : Math.max(1, total));
      bar.update(done, text);
    },
    end: () => {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
};
