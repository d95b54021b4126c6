/**
 * The fenced `ts` blocks of a text, each with the line it starts on.
 *
 * A block that cannot run here says so and why: "```ts no-run needs a phone". It is still type-checked.
 *
 * @param {string} text
 * @returns {{ line: number, code: string, runs: boolean, complaint?: string }[]}
 */
// @ts-nocheck

export const fencedBlocks = (text) => {
  const blocks = [];
  let open;
  for (const [at, line] of text.split('\n').entries()) {
    const fence = line.match(/^\s*(`{3,})(.*)$/);
    if (open !== undefined && fence?.[1] === open.fence && fence[2].trim() === '') {
      if (open.language === 'ts') blocks.push(blockOf(open));
      open = undefined;
    } else if (open !== undefined) {
      open.code.push(line);
    } else if (fence) {
      const [language, ...flags] = fence[2].trim().split(/\s+/);
      open = { fence: fence[1], language, flags, line: at + 2, code: [] };
    }
  }
  return blocks;
};

const blockOf = ({ flags: [flag, ...reason], line, code }) => ({
  line,
  code: code.join('\n'),
  runs: flag !== 'no-run',
  ...(flag === 'no-run' && reason.length === 0 ? { complaint: 'no-run needs a reason' } : {}),
  ...(flag !== undefined && flag !== 'no-run' ? { complaint: `unknown flag "${flag}"` } : {}),
});

/**
 * Turns what an example claims into a check: `expression; // => value`, or the same after a `const`,
 * with the comment on the same line or on the next.
 * Lines keep their numbers.
 *
 * @param {string} code
 * @returns {string}
 */
export const withClaimsChecked = (code) =>
  code
    .replace(/^(\s*const (\w+)\b.*;)(\s*)\/\/ => (.+)$/gm, '$1$3assertShows($2, $4);')
    .replace(
      /^(?!\s*(?:const|let|import|export|\/\/))(\s*)(?:console\.log\((.+)\)|(.+));(\s*)\/\/ => (.+)$/gm,
      (_, indent, logged, plain, gap, value) => `${indent}assertShows(${logged ?? plain},${gap}${value});`,
    );

/** The examples of a source file: the doc comments alone, everything else blanked so that lines keep their numbers. */
export const docCommentsOnly = (source) => {
  let inside = false;
  return source
    .split('\n')
    .map((line) => {
      if (!inside && /^\s*\/\*\*/.test(line)) inside = !line.includes('*/');
      else if (inside && line.includes('*/')) inside = false;
      else if (inside) return line.replace(/^\s*\* ?/, '');
      return '';
    })
    .join('\n');
};
