// What runs inside an engine: every vector, byte for byte, and a closing line. It needs a language, a way to print a line,
// and nothing else.
import { calls } from './library.mjs';

/** Long plans differ somewhere: a few characters around the first difference say more than all of them. */
const difference = (expected, actual) => {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  const part = (text) => text.slice(Math.max(0, at - 60), at + 60);
  return `at ${at}: expected …${part(expected)}…, got …${part(actual)}…`;
};

const tryVector = async ({ name, expected }, answer) => {
  try {
    const actual = await answer();
    return actual === expected ? undefined : `${name}: ${difference(expected, actual)}`;
  } catch (error) {
    return `${name}: threw ${error?.message ?? error} ${error?.stack ?? ''}`;
  }
};

/**
 * @param {readonly { name: string, expected: string, answer: () => string | Promise<string> }[]} tests
 * @param {(line: string) => void} say
 */
const runAll = async (tests, say) => {
  let passed = 0;
  for (const test of tests) {
    const problem = await tryVector(test, test.answer);
    if (problem === undefined) passed += 1;
    else say(`FAIL ${problem}`);
  }
  say(`vectors: ${passed} of ${tests.length}`);
};

const libraryTest = ({ name, call, input, expected }) => ({
  name: `${name} (${call})`,
  expected,
  // Each call has an input of its own, so that one which changes its input is seen by none but itself.
  answer: async () => JSON.stringify(await calls[call](JSON.parse(JSON.stringify(input)))),
});

/** The vectors of the modules, then those of the global script, if `script` holds its functions. */
export const run = (vectors, script, say) => {
  const known = vectors.filter(({ call, text }) => call in calls && text === undefined);
  const scripted = vectors.filter(({ call }) => script !== undefined && call in script);
  return runAll(
    [
      ...known.map(libraryTest),
      ...scripted.map(({ name, call, input, text, expected }) => ({
        name: `${name} (workoutSync.${call})`,
        expected,
        answer: () => script[call](text ?? JSON.stringify(input)),
      })),
    ],
    say,
  );
};

/** What the calls answer here: how vectors are made. */
export const answers = async (vectors, script) => {
  const texts = [];
  for (const { call, input, text } of vectors) {
    texts.push(text === undefined ? await libraryTest({ call, input }).answer() : script[call](text));
  }
  return texts;
};
