import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { toStoreError } from '../ports/store-error';
import { type CommandContext, contextOf } from './commands/context';
import { doctorCommand } from './commands/doctor';
import { duplicatesCommand } from './commands/duplicates';
import { explainCommand } from './commands/explain';
import { printJson } from './commands/output';
import { planCommand } from './commands/plan';
import { type ReportOptions, reportCommand } from './commands/report';
import { type SyncOptions, syncCommand } from './commands/sync';
import { EXIT_CODES, type ExitName, type Failure, failure, isFailure, STOPPED } from './failure';
import { PRESETS } from './input/read-settings';
import { plainText } from './show/table';
import { type Surroundings, terminalOf } from './terminal';

const ABOUT = [
  'What a health export holds, and what a sync would make of it.',
  'FILE is the export.zip of Apple Health (or its folder, or its export.xml), the zip of a Health Connect backup (or the ' +
    'database in it), or a JSON list of workouts.',
].join('\n\n');

const BELOW = [
  '',
  'To begin with:',
  '  workout-sync report export.zip --out report.html   the whole history on one page',
  '  workout-sync sync export.zip --into app.db         every activity once, in a SQLite database',
  '',
  'Exit codes:',
  '  0  done                         5  the database cannot be used',
  '  1  failed                       6  no such workout',
  '  2  wrong usage                  7  Node is too old',
  '  3  FILE cannot be read          8  doctor found a problem',
  '  4  it waits for your word       130  stopped',
].join('\n');

const toCount = (text: string): number => {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It must be a whole number above zero.');
};

const withCommon = (command: Command): Command =>
  command
    .argument('<file>', 'the health export')
    .addOption(new Option('--preset <name>', 'settings with a name').choices(Object.keys(PRESETS)))
    .option('--settings <file>', 'settings as JSON, on top of the preset')
    .option('--since <date>', 'leave out what started earlier: 2024, 2024-05, 2024-05-17, 90d, all')
    .option('--json', 'print one JSON value instead of text')
    .option('--quiet', 'no progress, warnings or hints');

const withLists = (command: Command): Command =>
  command.option('--limit <rows>', 'how many rows of a list to show', toCount, 20).option('--all', 'show all rows');

const withAppSide = (command: Command, into: string): Command =>
  command.option('--into <database>', into).option('--sessions <file>', "the app's own sessions, as JSON");

const INTO_LOOKED_AT = 'a database that was synced into; it is looked at and not changed';

/** What the parser hands over. */
interface Parsed extends SyncOptions, Pick<ReportOptions, 'out'> {
  readonly all?: true;
}

const buildProgram = (run: (work: () => Promise<ExitName>) => Promise<void>, surroundings: Surroundings): Command => {
  const program = new Command('workout-sync')
    .description(ABOUT)
    .version(WORKOUT_SYNC_VERSION)
    .helpCommand(false)
    .showHelpAfterError('(workout-sync --help lists what there is)')
    .addHelpText('after', BELOW);

  const add = (
    name: string,
    description: string,
    act: (context: CommandContext<Parsed>, ...rest: readonly string[]) => Promise<ExitName>,
  ): Command =>
    program
      .command(name)
      .description(description)
      .action((file: string, ...given: unknown[]) => {
        const rest = given.filter((one): one is string => typeof one === 'string');
        const { all, ...options } = given.find(
          (one) => typeof one === 'object' && one !== null && !(one instanceof Command),
        ) as Parsed;
        const limited: Parsed = all ? { ...options, limit: Number.MAX_SAFE_INTEGER } : options;
        return run(() => act(contextOf(file, limited, surroundings), ...rest));
      });

  withAppSide(withLists(withCommon(add('plan', 'show what a sync would do, and why', planCommand))), INTO_LOOKED_AT);
  withCommon(add('sync', 'bring a database up to what FILE says', syncCommand))
    .requiredOption('--into <database>', 'the SQLite database, made if it is not there')
    .option('--sessions <file>', "sessions of the app's own to add first, as JSON")
    .option('--with-detail', 'keep samples and routes in the database, too, from now on')
    .option('--older', 'take an export that is older than the last one, with what it does not have yet taken back')
    .option('--confirm <guard>', 'let the removals go that an earlier sync held back');
  withAppSide(
    withLists(
      withCommon(
        add('explain', 'say where a workout comes from, who has copies, why it is where it is', (context, name = '') =>
          explainCommand(context, name),
        ),
      ).argument('<workout>', 'its key, the first characters of it, or when it started: "2026-11-08 09:30"'),
    ),
    INTO_LOOKED_AT,
  );
  withLists(withCommon(add('duplicates', 'show which activities several apps recorded', duplicatesCommand)));
  withAppSide(withCommon(add('doctor', 'say what is wrong, and what to do about it', doctorCommand)), INTO_LOOKED_AT);
  withAppSide(
    withCommon(add('report', 'make one HTML page of the whole history', reportCommand)),
    INTO_LOOKED_AT,
  ).requiredOption('--out <page>', 'the HTML file to write');
  return program;
};

/** What was thrown, as the end of the command. A store's error is about the file: nothing else here is a store. */
const failureOf = (thrown: unknown): Failure => {
  if (isFailure(thrown)) return thrown;
  const { kind, message } = toStoreError(thrown);
  if (kind === 'cancelled') return STOPPED;
  if (kind !== 'unknown') return failure('unreadable', message);
  return { exit: 'failed', message: `Something unexpected happened: ${message}` };
};

/**
 * Runs the command.
 *
 * **Shape** `argv` without the program's name; the exit code comes back.
 */
export const runCommand = async (argv: readonly string[], surroundings: Surroundings): Promise<number> => {
  let exit: ExitName = 'done';
  const { print } = terminalOf(surroundings, false);
  const tell = ({ exit: name, message, advice }: Failure): void => {
    exit = name;
    if (argv.includes('--json')) {
      printJson({ print }, 'error', { error: { code: name, message, ...(advice !== undefined && { advice }) } });
      return;
    }
    const text = [message, ...(advice === undefined ? [] : [advice])].map((one) =>
      one.split('\n').map(plainText).join('\n'),
    );
    surroundings.stderr.write(`${text.join('\n')}\n`);
  };
  const run = async (work: () => Promise<ExitName>): Promise<void> => {
    try {
      exit = await work();
    } catch (thrown) {
      tell(failureOf(thrown));
    }
  };
  const program = buildProgram(run, surroundings);
  const settle = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeOut: (text) => void surroundings.stdout.write(text),
      writeErr: (text) => void surroundings.stderr.write(text),
    });
    for (const one of command.commands) settle(one);
  };
  settle(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
  }
  return EXIT_CODES[exit];
};
