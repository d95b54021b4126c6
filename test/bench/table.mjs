const milliseconds = (value) => {
  if (value === undefined) return '';
  return value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
};

const times = (value) => {
  if (value === undefined) return '';
  return value < 0.1 ? value.toPrecision(1) : value.toFixed(value < 100 ? 1 : 0);
};

const COLUMNS = [
  ['scenario', ({ scenario }) => scenario],
  ['N', ({ count }) => count.toLocaleString('en')],
  ['floor ms', ({ floor }) => milliseconds(floor)],
  ['ours ms', ({ ours }) => milliseconds(ours)],
  ['ours / floor', ({ ratio }) => times(ratio)],
  ['floor, × N / 10', ({ floorGrowth }) => times(floorGrowth)],
  ['ours, × N / 10', ({ growth }) => times(growth)],
  ['naive ms', ({ naive }) => milliseconds(naive)],
  ['opening ms', ({ opening }) => milliseconds(opening)],
];

/** The rows as a Markdown table, aligned, so that it reads in a terminal and can be put into a page as it is. */
export const tableOf = (rows) => {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, show]) => show(row)))];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const pad = (text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]));
  const [head, ...body] = cells.map((line) => `| ${line.map(pad).join(' | ')} |`);
  const rule = `|${widths.map((width, at) => `${'-'.repeat(width + 1)}${at === 0 ? '-' : ':'}`).join('|')}|`;
  return [head, rule, ...body].join('\n');
};
