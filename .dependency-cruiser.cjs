/**
 * The walls between the rooms of src/. A room may import itself and the rooms listed here, and nothing else of ours:
 * domain <- ports, and domain <- policy, match <- reconcile; the rest hang off the side.
 */
const mayImport = {
  domain: [],
  policy: ['domain'],
  match: ['domain'],
  reconcile: ['domain', 'policy', 'match'],
  ports: ['domain'],
  sync: ['domain', 'policy', 'match', 'reconcile', 'ports'],
  stores: ['domain', 'ports'],
  state: ['domain', 'policy', 'match', 'reconcile', 'ports', 'sync'],
  platforms: ['domain', 'ports'],
  exports: ['domain', 'ports', 'platforms'],
  schema: ['domain', 'policy', 'match', 'reconcile'],
  messages: ['domain', 'policy', 'match', 'reconcile', 'ports', 'sync'],
  testing: ['domain', 'policy', 'ports', 'reconcile', 'sync', 'platforms'],
  react: ['domain', 'ports', 'sync'],
  // The command is a host like any other, built apart: it may use whatever is there, and nothing may use it.
  cli: [
    'domain',
    'policy',
    'match',
    'reconcile',
    'ports',
    'sync',
    'stores',
    'state',
    'platforms',
    'exports',
    'schema',
    'messages',
  ],
  global: ['domain', 'policy', 'match', 'reconcile', 'platforms', 'schema', 'messages'],
};

const roomWalls = Object.entries(mayImport).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

/** Libraries that one part of src/ may import and no other: [what the rule is called, where they belong, their folders]. */
const libraryWalls = [
  ['archives-and-xml-only-in-exports', 'exports', '(saxes|@zip[.]js/zip[.]js)'],
  ['terminal-libraries-only-in-the-command', 'cli', '(commander|cli-table3|(@types/)?cli-progress|lit-html)'],
  ['react-only-in-react', 'react', '(@types/)?react'],
  ['fast-check-only-in-arbitraries', 'testing/arbitraries', 'fast-check'],
].map(([name, home, libraries]) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${home}/` },
  to: { path: `^node_modules/${libraries}/` },
}));

module.exports = {
  forbidden: [
    ...roomWalls,
    ...libraryWalls,
    {
      name: 'room-without-walls',
      comment: 'A new room states what it may import, here, before it imports anything.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(mayImport).join('|')})/` },
      to: { path: '^src/' },
    },
    {
      name: 'schema-sees-types-only',
      comment: 'Parsing must not pull the deciding rooms into the bundle of a host that only validates settings.',
      severity: 'error',
      from: { path: '^src/schema/' },
      to: {
        path: '^src/(policy|match|reconcile)/',
        // The defaults are what a partial setting is filled from.
        pathNot: '^src/policy/(settings-from|default-settings)[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'surface-knows-no-runner',
      comment: 'What a host sees of a Sync is types: it can be read without the machinery that keeps them.',
      severity: 'error',
      from: { path: '^src/sync/surface/' },
      to: { path: '^src/sync/', pathNot: '^src/sync/surface/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'doors-are-for-hosts',
      comment: 'Inside, import the file that has the thing: a barrel drags its whole room along.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: ['^src/index[.]ts$', '^src/.+/index[.]ts$'] },
    },
    {
      name: 'only-entries-have-doors',
      comment: 'src/index.ts and one index.ts per published entry are the only barrels.',
      severity: 'error',
      from: {
        path: '^src/.+/index\\.ts$',
        pathNot:
          '^src/(schema|messages|testing|testing/[^/]+|state|react|global|stores/[^/]+|stores/sqlite/[^/]+|platforms/[^/]+|exports/[^/]+|exports/health-connect/node)/index\\.ts$',
      },
      to: {},
    },
    {
      name: 'source-imports-known-libraries',
      comment: 'zod, date-fns and fp-ts are inlined into the build. Optional peers have rules of their own, below.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        pathNot: [
          '^src/',
          '^node_modules/(zod|date-fns|fp-ts|saxes|@zip[.]js/zip[.]js)/',
          '^node_modules/(fast-check|(@types/)?react)/',
          '^node_modules/(commander|cli-table3|(@types/)?cli-progress|lit-html)/',
          '^(node:)?(fs|fs/promises|path|os|url|util|crypto|sqlite|v8|zlib)$',
        ],
      },
    },
    {
      name: 'node-only-in-node-entries',
      comment: 'Everything else runs in a phone and in a browser too.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(exports/node-files|exports/health-connect/node|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'react-sees-types-only',
      comment: 'The hooks are a few lines over a Sync that the host has made: they bring no code of ours along.',
      severity: 'error',
      from: { path: '^src/react/' },
      to: { path: '^src/', pathNot: '^src/react/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { mainFields: ['module', 'main'], conditionNames: ['import', 'types', 'default'] },
  },
};
