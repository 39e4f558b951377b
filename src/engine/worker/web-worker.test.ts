import { afterAll, beforeAll, expect, test } from 'vitest';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import type { Files } from '../../shared/protocol/explainer';
import { importParts } from '../local/import-parts';
import { LocalExplainer } from '../local/local-explainer';
import { browserWorkers, type BrowserWorkers } from '../testing/browser-workers';
import { expectSameBytes, explainerSuite } from '../testing/explainer-suite';
import { installationSuite } from '../testing/installation-suite';
import { studiesSuite } from '../testing/studies-suite';
import { tinyFiles } from '../testing/tiny-files';
import { explainInWorker } from './worker-explainer';

let browser: BrowserWorkers;
beforeAll(async () => {
  browser = await browserWorkers();
});
afterAll(() => browser.close());

const started = (files: Files) => explainInWorker(() => browser.start(), browser.withParts(files));

explainerSuite(started);
installationSuite(started);
studiesSuite(started);

test('the web worker gives the bytes that this process gives', async () => {
  const files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
  const [local, worker] = [new LocalExplainer(files, importParts), started(files)];
  await expectSameBytes(local, worker);
});

test('a web worker that dies is replaced', async () => {
  const explainer = started(await tinyFiles(TINY_EN));
  await explainer.explain({ text: 'I loved it.' });
  await explainer.restart();
  expect((await explainer.explain({ text: 'It is bad.' })).text).toBe('It is bad.');
  await explainer.dispose();
});
