// `npm test`: sets up what it needs, runs every kind of test, and ends with `N passed, N failed`.
// `npm test -- --only units|host|web|journeys` runs one kind; SALIENCY_PROVE_FAILURE=<kind> adds a test that fails.
import { parseArgs } from 'node:util';
import { installEditor } from './editor/install.mjs';
import { packageExtension } from './package.mjs';
import { sum } from './test/count.mjs';
import { testInHost } from './test/host.mjs';
import { vitest } from './test/vitest.mjs';

/**
 * The kinds, in the order in which they run: quick ones first.
 * @type {Record<string, (prove: boolean) => Promise<import('./test/count.mjs').Count>>}
 */
const KINDS = {
  units: () => vitest('units', 'vitest.config.ts'),
  host: (proveFailure) => testInHost('node', { proveFailure }),
  web: (proveFailure) => testInHost('web', { proveFailure }),
  journeys: () => vitest('journeys', 'test/journeys/vitest.config.ts'),
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const unknown = values.only?.find((kind) => !(kind in KINDS));
if (unknown) throw new Error(`There is no kind of test named ${unknown}; there are ${Object.keys(KINDS).join(', ')}.`);
const kinds = Object.entries(KINDS).filter(([kind]) => values.only?.includes(kind) ?? true);

// What is tested is what is shipped: the bundles of the packaged extension.
await packageExtension();
if (kinds.some(([kind]) => kind !== 'units')) await installEditor();

const counts = [];
for (const [kind, test] of kinds) {
  console.log(`\n${kind}`);
  const started = performance.now();
  const count = await test(process.env.SALIENCY_PROVE_FAILURE === kind).catch((error) => {
    console.log(error);
    return { passed: 0, failed: 1, retried: 0 };
  });
  counts.push(count);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${kind}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
}
const { passed, failed, retried } = sum(counts);
if (retried > 0) console.log(`\n${retried} passed only when run again.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
