/**
 * For each npm script that a page shows, the file that runs its program or command; it has to name it. `by hand`: with the reason.
 */
export const NPM_SCRIPTS: Readonly<Record<string, { runBy: string; names: string } | { byHand: string }>> = {
  build: { runBy: 'package.json', names: '"prepare": "node esbuild.config.mjs"' },
  check: { runBy: '.ci/run', names: 'npm run check' },
  test: { runBy: '.ci/run', names: 'npm test' },
  start: { byHand: 'opens an editor for a person; test/host and test/journeys run the editor that it installs' },
  package: { runBy: 'scripts/test.mjs', names: './package.mjs' },
  pictures: { runBy: 'scripts/pictures.mjs', names: 'test/pictures/vitest.config.ts' },
  bench: { byHand: 'takes minutes on a quiet machine; its figures are in docs/performance.md' },
  'train:all': { runBy: 'scripts/train/all.test.mjs', names: 'scripts/train/all.mjs' },
  'explanations:table': { runBy: 'scripts/explanations/table.test.mjs', names: './table.mjs' },
};

/** Commands of npm itself. */
export const NPM_COMMANDS: readonly string[] = ['install', 'ci'];

/** Scripts that a page shows by their path. */
export const FILES: Readonly<Record<string, string>> = {
  'test/scale/two-hosts.sh': 'by hand: it installs Debian packages',
  'scripts/fine-tuning/table.mjs': 'by hand: it takes the corpora and an hour',
};

/** Programs that are not ours, and the test that runs them as docs/scale.md shows. */
export const OTHERS: Readonly<Record<string, string>> = Object.fromEntries(
  ['split', 'ls', 'cut', 'wc', 'cat', 'parallel'].map((program) => [program, 'test/scale/two-hosts.sh']),
);
