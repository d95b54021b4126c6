import ts from 'typescript';
import { expect, it } from 'vitest';
import { entries, optionalPeers, root } from '../gate/entries.mjs';

const doors = entries.map(({ source }) => `${root}${source}`);
const settings = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  root,
);

/** The library that a declaration comes from; nothing for our own and for the language's. */
const libraryOf = (symbol: ts.Symbol | undefined): string | undefined => {
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return library === 'typescript' ? undefined : library;
};

const isOfLanguage = (symbol: ts.Symbol | undefined): boolean =>
  /node_modules\/typescript\/lib\//.test(symbol?.declarations?.[0]?.getSourceFile().fileName ?? '');

/** The libraries that can be reached from what an entry exports, each with one way to get there. */
const librariesBehind = (checker: ts.TypeChecker, door: ts.SourceFile): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const seen = new Set<ts.Type>();
  const note = (symbol: ts.Symbol | undefined, way: string): void => {
    const library = libraryOf(symbol);
    if (library !== undefined && !found.has(library)) found.set(library, way);
  };
  const visit = (type: ts.Type | undefined, way: string): void => {
    if (type === undefined || seen.has(type)) return;
    seen.add(type);
    note(type.symbol, way);
    note(type.aliasSymbol, way);
    for (const part of type.isUnionOrIntersection() ? type.types : []) visit(part, way);
    for (const argument of type.aliasTypeArguments ?? []) visit(argument, way);
    for (const argument of checker.getTypeArguments(type as ts.TypeReference) ?? []) visit(argument, `${way}<>`);
    visit(type.getConstraint(), way);
    if (libraryOf(type.symbol) !== undefined || isOfLanguage(type.symbol)) return;
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.parameters)
        visit(checker.getTypeOfSymbol(parameter), `${way}(${parameter.name})`);
      visit(signature.getReturnType(), `${way}()`);
    }
    for (const info of checker.getIndexInfosOfType(type)) visit(info.type, `${way}[]`);
    for (const property of type.isUnion() ? [] : type.getProperties()) {
      visit(checker.getTypeOfSymbol(property), `${way}.${property.name}`);
    }
  };
  const module = checker.getSymbolAtLocation(door);
  for (const exported of module ? checker.getExportsOfModule(module) : []) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    note(symbol, exported.name);
    if (symbol.flags & ts.SymbolFlags.Type) visit(checker.getDeclaredTypeOfSymbol(symbol), exported.name);
    if (symbol.flags & ts.SymbolFlags.Value) visit(checker.getTypeOfSymbol(symbol), exported.name);
  }
  return found;
};

const walk = (files: readonly string[]) => {
  const program = ts.createProgram([...files], settings.options);
  const checker = program.getTypeChecker();
  return files.map((file) => librariesBehind(checker, program.getSourceFile(file) as ts.SourceFile));
};

it('shows no type of another library but an optional peer: no fp-ts, zod or date-fns', { timeout: 60_000 }, () => {
  const reached = walk(doors).flatMap((found, at) => {
    const apart = [...found].filter(([library]) => !optionalPeers.includes(library));
    return apart.map(([library, way]) => `${entries[at]?.specifier}: ${way} is of ${library}`);
  });
  expect(reached).toEqual([]);
});

it('would see one, however deep it is', { timeout: 60_000 }, () => {
  // Inside, a schema is one of zod's; the entry shows only functions over plain data.
  const [found] = walk([`${root}src/schema/recording-schema.ts`]);
  expect([...(found?.keys() ?? [])]).toEqual(['zod']);
});
