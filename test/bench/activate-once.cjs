// One activation of a bundle of the extension in a process of its own: `node activate-once.cjs BUNDLE`. The editor is a
// stand-in that answers every call at once, so what is measured is the extension's own part. Prints milliseconds.
const Module = require('node:module');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
// The extension host has loaded these before any extension.
for (const name of ['node:fs/promises', 'node:os', 'node:worker_threads']) require(name);

const bundle = process.argv[2];
const root = dirname(dirname(bundle));

/** Can be called, constructed and looked into, without end. */
const anything = () => {
  const known = {};
  const get = (_, name) => {
    if (name === Symbol.toPrimitive) return () => '';
    if (name === Symbol.iterator) return function* () {};
    return name === 'then' ? undefined : (known[name] ??= anything());
  };
  const set = (_, name, value) => ((known[name] = value), true);
  return new Proxy(function () {}, { get, set, apply: anything, construct: anything });
};

const declared = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
const values = declared.matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm);
const editor = Object.fromEntries(Array.from(values, ([, name]) => [name, anything()]));
editor.Uri.joinPath = (_, ...parts) => ({ fsPath: join(root, ...parts), path: parts.join('/') });

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? editor : load.call(Module, name, ...rest));

const started = performance.now();
const { activate } = require(bundle);
const loaded = performance.now();
activate({
  extensionUri: { fsPath: root },
  globalStorageUri: anything(),
  globalState: { get: () => undefined, update: () => Promise.resolve(), setKeysForSync: () => undefined },
  workspaceState: { get: () => undefined, update: () => Promise.resolve() },
  subscriptions: [],
  extensionMode: 1,
  extension: { packageJSON: {} },
});
const active = performance.now();
console.log(JSON.stringify({ load: loaded - started, activate: active - loaded }));
process.exit(0);
