import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';

/** All that the bundles may ask of Node: none of it reaches another machine. */
const ALLOWED = new Set([
  'vscode',
  'worker_threads',
  'fs',
  'fs/promises',
  'path',
  'perf_hooks',
  'os',
  'util',
  'crypto',
  'url',
  'v8',
  'zlib',
]);

test.each([
  'extension.cjs',
  'views.cjs',
  'web/extension.cjs',
  'web/views.cjs',
  'worker.cjs',
  'tensors.cjs',
  'annotate.cjs',
  'fine-tuning.cjs',
  'import.cjs',
])('dist/%s requires no module that could reach a network or start a program', async (file) => {
  const source = await readFile(join(ROOT, 'dist', file), 'utf8');
  const required = [...source.matchAll(/\brequire\(\s*["'`](?:node:)?([\w/]+)["'`]\s*\)/g)].map(([, name]) => name);
  expect(required.length).toBeGreaterThan(0);
  expect(required.filter((name) => !ALLOWED.has(name))).toEqual([]);
  expect(source).not.toMatch(/new (WebSocket|EventSource)\b|sendBeacon|import\(["'`]https?:/);
  // tfjs's loader can read its WebAssembly by XMLHttpRequest; ours is handed in as bytes, so it never does.
  if (!/tensors|fine-tuning/.test(file)) expect(source).not.toMatch(/new XMLHttpRequest\b/);
});

test('dist/counterfactuals.cjs requires nothing at all', async () => {
  const source = await readFile(join(ROOT, 'dist', 'counterfactuals.cjs'), 'utf8');
  expect(source).not.toMatch(/\b(require|import|fetch)\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/);
});
