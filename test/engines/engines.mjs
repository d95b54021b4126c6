// The engines: where each is found, what version it is, and how a script is run in it so that its lines come back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../gate/entries.mjs';
import { machineNode } from '../gate/machine-node.mjs';
import { mustRun, run } from '../gate/run.mjs';
import { findCommand, inPackage } from './install.mjs';

const inPlatformFolder = (name, path) =>
  inPackage(name, process.platform === 'darwin' ? path.replace('linux64', 'osx') : path);

const node = (find) => ({
  title: 'V8',
  standsFor: 'hosts in Node',
  say: 'console.log.bind(console)',
  find,
  version: (file) => {
    const { node, v8 } = JSON.parse(run(file, ['-p', 'JSON.stringify(process.versions)']).stdout);
    return `Node ${node}, V8 ${v8}`;
  },
  run: (file, script) => run(file, [script]),
});

export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--log-level=3',
];

/** A page whose body is what the script said. Promises are done before a page counts as loaded, where there are no timers. */
const pageWith = (script) => `<!doctype html><meta charset="utf-8"><pre></pre><script src="file://${script}"></script>`;

const runInChromium = (file, script) => {
  const profile = mkdtempSync(join(tmpdir(), 'workout-sync-chromium-'));
  try {
    const page = join(profile, 'page.html');
    writeFileSync(page, pageWith(script));
    return run('timeout', [
      '120',
      file,
      ...CHROMIUM_FLAGS,
      `--user-data-dir=${profile}`,
      '--dump-dom',
      `file://${page}`,
    ]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};

/** The version of WebKit that Debian's `jsc` was made from. */
const versionOfJsc = (file) => {
  const [owner] = run('dpkg-query', ['--search', run('readlink', ['-f', file]).stdout.trim()]).stdout.split(':');
  return `WebKitGTK ${/^Version: ([^-]*)/m.exec(run('dpkg-query', ['--status', owner]).stdout)?.[1]}`;
};

/** Its helper threads starve on a busy machine, and then everything waits for them: timed, it does all on one. */
const ONE_THREAD = ['--useConcurrentGC=false', '--numberOfGCMarkers=1', '--useConcurrentJIT=false'];

const jsc = (title, standsFor, ...flags) => ({
  title,
  standsFor,
  say: 'print',
  find: () => findCommand('jsc'),
  version: versionOfJsc,
  run: (file, script) => run(file, [...flags, script]),
  time: (file, script) => run(file, [...flags, ...ONE_THREAD, script]),
});

/** The first is the one whose answers are expected of the others. */
export const engines = [
  node(() => join(root, 'node_modules/.bin/node')),
  node(() => inPackage('node-22', 'bin/node')),
  node(machineNode),
  {
    title: 'V8 in a browser',
    standsFor: 'WebViews on Android',
    say: '(function (out) { return function (line) { out.textContent += line + "\\n"; }; })(document.querySelector("pre"))',
    find: () => findCommand('chromium', 'chromium-browser', 'google-chrome'),
    version: (file) => /Chrom\w+ [\d.]+/.exec(run(file, ['--version', '--no-sandbox']).stdout)?.[0],
    run: runInChromium,
  },
  jsc('JavaScriptCore', 'WebViews on iOS'),
  jsc('JavaScriptCore, interpreting', 'a JSContext in a Swift app', '--useJIT=false'),
  {
    title: 'Hermes, an old one, after lowering',
    standsFor: 'React Native',
    say: 'print',
    old: true,
    find: () => inPlatformFolder('hermes-engine-cli', 'linux64-bin/hermes'),
    version: (file) => `Hermes ${/release version: (\S+)/.exec(run(file, ['--version']).output)?.[1]}`,
    run: (file, script) => run(file, ['-w', '-O', script]),
  },
  {
    title: 'QuickJS',
    standsFor: 'a small engine in a Kotlin app',
    say: 'print',
    find: () => inPackage('quickjs-emscripten', 'package.json'),
    version: (file) => `quickjs-emscripten ${JSON.parse(mustRun('cat', [file]).stdout).version}`,
    run: (_file, script) => run(process.execPath, [join(import.meta.dirname, 'quickjs.mjs'), script]),
  },
];

/** Today's Hermes compiler, which has no machine to run what it makes: it says whether the syntax is known. */
export const hermesCompiler = {
  title: 'Hermes of today, compiler only',
  standsFor: 'React Native',
  find: () => inPlatformFolder('hermes-compiler', 'hermesc/linux64-bin/hermesc'),
  version: (file) => `hermesc ${/release version: (\S+)/.exec(run(file, ['--version']).output)?.[1]}`,
  compile: (file, script, bytecode) => run(file, ['-O', '-w', '-emit-binary', '-out', bytecode, script]),
};
