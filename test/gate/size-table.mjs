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
