// `npm test`: sets up what it needs, runs every kind of test, and ends with `N passed, N failed`.
// `npm test -- --only units` runs one kind; SALIENCY_PROVE_FAILURE=units adds a failing test to that kind.
import { parseArgs } from 'node:util';
import { installEditor } from './editor/install.mjs';
import { installSystemPackages } from './editor/system-packages.mjs';
import { packageExtension } from './package.mjs';
import { failedToRun, sum } from './test/count.mjs';
import { testInHost } from './test/host.mjs';
import { vitest } from './test/vitest.mjs';

/**
 * The kinds, in the order in which they run: quick ones first.
 * @type {Record<string, (prove: boolean) => Promise<import('./test/count.mjs').Count>>}
 */
const KINDS = {
  units: () => vitest('units', 'vitest.config.ts'),
  package: () => vitest('package', 'test/package/vitest.config.ts'),
  host: (proveFailure) => testInHost('node', { proveFailure }),
  web: (proveFailure) => testInHost('web', { proveFailure }),
  pages: () => vitest('pages', 'test/journeys/pages.vitest.config.ts'),
  journeys: () => vitest('journeys', 'test/journeys/vitest.config.ts'),
};

/** What a kind needs before it runs; each is made once. The tests use the packaged bundles, which are what is shipped. */
const NEEDS = {
  vsix: { kinds: ['package', 'host', 'web', 'pages', 'journeys'], make: packageExtension },
  browser: { kinds: ['units', 'pages'], make: () => installSystemPackages(true) },
  editor: { kinds: ['host', 'web', 'journeys'], make: installEditor },
};

/** @param {string} name @param {() => Promise<import('./test/count.mjs').Count>} work */
const counted = async (name, work) => {
  console.log(`\n${name} …`);
  const started = performance.now();
  const count = await work().catch((error) => {
    console.log(error);
    return failedToRun(String(error));
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  return { ...count, failures: count.failures.map((failure) => `${name}: ${failure}`) };
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const wrong = values.only?.find((kind) => !(kind in KINDS));
if (wrong) {
  console.error(`There is no kind of test named ${wrong}; there are ${Object.keys(KINDS).join(', ')}.`);
  process.exit(2);
}

const counts = [];
const made = new Set();
for (const [kind, test] of Object.entries(KINDS)) {
  if (values.only && !values.only.includes(kind)) continue;
  const run = async () => {
    for (const [need, { kinds, make }] of Object.entries(NEEDS)) {
      if (made.has(need) || !kinds.includes(kind)) continue;
      await make();
      made.add(need);
    }
    return test(process.env.SALIENCY_PROVE_FAILURE === kind);
  };
  counts.push(await counted(kind, run));
}
const { passed, failed, retried, failures } = sum(counts);
if (retried > 0) console.log(`\n${retried} passed only when run again.`);
// At the end, because thousands of lines lie between a failure and here.
if (failures.length > 0) console.log(['\nFailed:', ...failures].join('\n  '));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
