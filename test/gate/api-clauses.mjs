import ts from 'typescript';

/** A numbered clause of a doc comment, with the lines that go on with it: `- **HS1** MUST …`. */
const CLAUSE = /^- \*\*[A-Z]{2}\d+\*\* .*(?:\n {2,}\S.*)*/gm;

/** What an implementation may count on stands in the paragraph after its clauses. */
const RELIES = /^and \*\*may rely on\*\* .*(?:\n\S.*)*/m;

const onOneLine = (text) => text.replace(/\s*\n\s*/g, ' ').replace(/\{@link (\w+) ?\}/g, '`$1`');

/**
 * The numbered clauses that the doc comment of an exported type lays on whoever implements it.
 *
 * @param {string} comment
 * @returns {readonly string[]} lines of Markdown; none where the comment has no clauses
 */
export const clausesIn = (comment) => {
  const clauses = comment.match(CLAUSE) ?? [];
  const relies = clauses.length > 0 ? comment.match(RELIES) : null;
  return [...clauses.map(onOneLine), ...(relies ? ['', onOneLine(relies[0]).replace(/^and /, 'It ')] : [])];
};

/**
 * The section of clauses for the page of each entry: API Extractor's reports hold signatures alone.
 *
 * @param {readonly string[]} files the declarations of the entries
 * @returns {(file: string) => string} Markdown; empty where nothing that the entry exports has clauses
 */
export const openClauses = (files) => {
  const program = ts.createProgram(files, { noLib: true, types: [], skipLibCheck: true });
  const checker = program.getTypeChecker();
  const declared = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  return (file) => {
    const door = checker.getSymbolAtLocation(program.getSourceFile(file));
    return checker
      .getExportsOfModule(door)
      .map((symbol) => [symbol.name, ts.displayPartsToString(declared(symbol).getDocumentationComment(checker))])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, comment]) => [name, clausesIn(comment)])
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) => `\n## What an implementation of \`${name}\` must do\n\n${lines.join('\n')}\n`)
      .join('');
  };
};
