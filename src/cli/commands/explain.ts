import { describeProvenance, type ProvenanceLines } from '../../messages/describe-provenance';
import { namingOf } from '../../messages/naming-of';
import { type ExitName, failure } from '../failure';
import { factsOf, noteProblems } from '../show/header';
import { plainText, tableText } from '../show/table';
import type { Terminal } from '../terminal';
import { type CommandContext, withCopy } from './context';
import { findNamed, type Named, namedText } from './find-workouts';
import { printJson, rowLimit } from './output';

const provenanceText = ({ text, advice, witnesses, missing }: ProvenanceLines, terminal: Terminal): string =>
  [
    terminal.strong(plainText(text)),
    ...(advice === undefined ? [] : [`→ ${plainText(advice)}`]),
    ...witnesses.flatMap((witness) => [
      '',
      plainText(witness.text),
      terminal.faint(`  ${plainText(witness.key)}`),
      ...(witness.numbers.length === 0
        ? []
        : [
            tableText(
              [{ title: '' }, { title: 'original' }, { title: 'this one' }, { title: 'difference', share: 1 }],
              witness.numbers.map(({ name, of, copy, difference }) => [
                `  ${name}`,
                of || '–',
                copy || '–',
                difference,
              ]),
              terminal.width,
              terminal.faint,
            ),
          ]),
      ...witness.facts.map((fact) => terminal.faint(`  ${plainText(fact)}`)),
    ]),
    ...(missing.length === 0 ? [] : ['', ...missing.map((message) => plainText(message.text))]),
  ].join('\n');

const chosen = (found: readonly Named[], name: string, limit: number): Named => {
  const [only, ...others] = found;
  if (only === undefined) {
    throw failure(
      'not-found',
      `No workout answers to "${name}".`,
      'Name one by its key, by the first characters of its key, or by when it started: "2026-11-08 09:30".',
    );
  }
  if (others.length === 0) return only;
  const lines = found.slice(0, limit).map((one) => `  ${plainText(namedText(one))}`);
  throw failure('not-found', `${found.length} workouts answer to "${name}":\n${lines.join('\n')}`, 'Name one of them.');
};

/** `workout-sync explain FILE WORKOUT`: where it comes from, who has copies, why it is where it is. */
export const explainCommand = (context: CommandContext, name: string): Promise<ExitName> =>
  withCopy<ExitName>(context, async ({ sync, world, exported, workouts }) => {
    const { file, options, terminal, progress, surroundings } = context;
    // Samples are counted where a verdict waits for them, so that the answer is the one that a sync would give.
    await sync.preview({ onProgress: progress.show, signal: surroundings.signal });
    progress.end();
    const known = await world();
    const { key } = chosen(findNamed(known, name), name, rowLimit(options));
    const provenance = await sync.explain(key);
    const lines = describeProvenance(provenance, namingOf(known));
    noteProblems(exported, terminal);
    if (options.json) {
      printJson(terminal, 'explain', { file: factsOf(file, exported, workouts.size), provenance, lines });
    } else {
      terminal.print(provenanceText(lines, terminal));
    }
    return 'done';
  });
