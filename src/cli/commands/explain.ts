import { describeProvenance, type ProvenanceLines } from '../../messages/describe-provenance';
import { namingOf } from '../../messages/naming-of';
import type { Provenance } from '../../sync/surface/provenance';
import type { Sync } from '../../sync/surface/sync';
import { type ExitName, failure } from '../failure';
import { provenanceForFile } from '../show/file-advice';
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

/**
 * What is known of the one activity that a name means. Original and copies start together, so a time often names all of
 * them: then the original is meant.
 */
const provenanceOf = async (
  { explain }: Sync,
  found: readonly Named[],
  name: string,
  limit: number,
): Promise<Provenance> => {
  const [first, ...others] = found;
  if (first === undefined) {
    throw failure(
      'not-found',
      `No workout answers to "${name}".`,
      'Name one by its key, by the first characters of its key, or by when it started: "2026-11-08 09:30".',
    );
  }
  const provenance = await explain(first.key);
  const { witnesses } = provenance;
  if (others.every(({ key }) => witnesses.some((witness) => witness.key === key))) {
    const original = others.length > 0 && witnesses.find(({ kind, isOriginal }) => kind === 'workout' && isOriginal);
    return original ? explain(original.key) : provenance;
  }
  const lines = found.slice(0, limit).map((one) => `  ${plainText(namedText(one))}`);
  throw failure('not-found', `${found.length} workouts answer to "${name}":\n${lines.join('\n')}`, 'Name one of them.');
};

/** `workout-sync explain FILE WORKOUT`: where it comes from, who has copies, why it is where it is. */
export const explainCommand = (context: CommandContext, name: string): Promise<ExitName> =>
  withCopy<ExitName>(context, async ({ sync, world, exported, workouts, endReading }) => {
    const { file, options, terminal, progress, surroundings } = context;
    const ask = { onProgress: progress.show, signal: surroundings.signal };
    // Who has the original is known of what was synced. A database is told of as it is; without one, the file is all there is.
    await (options.into === undefined ? sync.run(ask) : sync.preview(ask));
    endReading();
    const known = await world();
    const provenance = await provenanceOf(sync, findNamed(known, name), name, rowLimit(options));
    const lines = provenanceForFile(describeProvenance(provenance, namingOf(known)), provenance);
    noteProblems(exported, terminal);
    if (options.json) {
      printJson(terminal, 'explain', { file: factsOf(file, exported, workouts.size), provenance, lines });
    } else {
      terminal.print(provenanceText(lines, terminal));
    }
    return 'done';
  });
