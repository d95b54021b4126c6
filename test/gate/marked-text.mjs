/** Where a page holds what a tool writes: between `<!-- name:start -->` and `<!-- name:end -->`. */
const positions = (text, name) => {
  const start = `<!-- ${name}:start -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(`<!-- ${name}:end -->`);
  if (from < 0 || to < from) throw new Error(`the page needs ${start} and its end around its table`);
  return [from + start.length, to];
};

export const markedText = (text, name) => text.slice(...positions(text, name)).trim();

export const withMarkedText = (text, name, marked) => {
  const [from, to] = positions(text, name);
  return `${text.slice(0, from)}\n${marked}\n${text.slice(to)}`;
};
