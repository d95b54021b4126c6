import { styleText } from 'node:util';

/** A stream that text is written to. Whether it is a terminal, it says itself. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** What the command is given by whoever runs it. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
}

/** Where text goes, and how it may look there. */
export interface Terminal {
  readonly width: number;
  /** Results: what a pipe wants. */
  readonly print: (text: string) => void;
  /** Everything else: warnings, hints, what is being done. */
  readonly note: (text: string) => void;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const WIDEST = 140;
const NARROWEST = 60;
const WITHOUT_A_TERMINAL = 110;

type Format = Parameters<typeof styleText>[0];

/**
 * The terminal as it is: colours only where it shows them and NO_COLOR does not forbid them.
 *
 * **Laws** a reader that goes away (`| head`) ends the writing and nothing else: the work is done all the same.
 */
export const terminalOf = ({ stdout, stderr }: Surroundings, isQuiet: boolean): Terminal => {
  let isClosed = false;
  stdout.on('error', (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EPIPE') throw thrown;
    isClosed = true;
  });
  const style = (format: Format) => (text: string) => styleText(format, text, { stream: stdout });
  return {
    // Some terminals say that they have no columns at all.
    width: Math.max(NARROWEST, Math.min(WIDEST, stdout.columns || WITHOUT_A_TERMINAL)),
    print: (text) => {
      if (!isClosed) stdout.write(`${text}\n`);
    },
    note: (text) => {
      if (!isQuiet) stderr.write(`${text}\n`);
    },
    strong: style('bold'),
    faint: style('dim'),
    good: style('green'),
    bad: style('red'),
  };
};
