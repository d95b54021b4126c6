import type { Terminal } from '../terminal';
import type { CommonOptions } from './context';

/** The version of the JSON shapes. A field that goes or changes its meaning raises it; a new field does not. */
const JSON_VERSION = 1;

const DEFAULT_LIMIT = 20;

/** One JSON value per call of the command, on one line. */
export const printJson = (terminal: Pick<Terminal, 'print'>, what: string, content: object): void =>
  terminal.print(JSON.stringify({ kind: `workout-sync/${what}`, version: JSON_VERSION, ...content }));

/** How many rows of a list are shown. */
export const rowLimit = ({ limit = DEFAULT_LIMIT }: CommonOptions): number => limit;
