// @ts-nocheck
const start = '<!-- sizes:start -->';
const end = '<!-- sizes:end -->';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** The measured rows as a Markdown table, in kilobytes of a thousand bytes. */
export const sizeTable = (rows) =>
  [
    '| Import | Bundler | Minified | Min + gzip | Budget |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows.map(
      ({ what, bundler, minified, gzipped, budget }) =>
        `| ${what} | ${bundler} | ${kilobytes(minified)} | ${kilobytes(gzipped)} | ${kilobytes(budget)} |`,
    ),
  ].join('\n');

const positions = (text) => {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md needs ${start} and ${end} around its size table`);
  return [from + start.length, to];
};

export const betweenMarkers = (text) => text.slice(...positions(text)).trim();

export const replaceBetweenMarkers = (text, table) => {
  const [from, to] = positions(text);
  return `${text.slice(0, from)}\n${table}\n${text.slice(to)}`;
};
