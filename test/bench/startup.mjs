import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { INSTALLATION, languages, newExplainer, SENTENCES } from './engine.mjs';
import { median, spread } from './measure.mjs';

/** Milliseconds from "start a worker" to the first explanation, and to the second. */
const once = async (language, now) => {
  const explainer = newExplainer();
  const request = { text: SENTENCES[language], language };
  const started = now();
  await explainer.explain(request);
  const first = now() - started;
  const again = now();
  await explainer.explain({ ...request, text: `${request.text} ${request.text}` });
  const second = now() - again;
  await explainer.dispose();
  return { first, second };
};

const size = (name) => {
  const file = join(INSTALLATION, 'dist', name);
  return { name, bytes: statSync(file).size, gzipped: gzipSync(readFileSync(file)).length };
};

/** How long a person waits for the first explanation, and what has to be loaded for it. */
export const measureStartup = async ({ quick, log, now }) => {
  const startup = [];
  for (const language of await languages(log)) {
    const runs = [];
    for (let run = 0; run < (quick ? 5 : 15); run++) runs.push(await once(language, now));
    const first = runs.map((one) => one.first);
    startup.push({
      language,
      first: median(first),
      spread: spread(first),
      second: median(runs.map((one) => one.second)),
    });
  }
  return {
    startup,
    bundles: [
      'worker.cjs',
      'tensors.cjs',
      'counterfactuals.cjs',
      'web/worker.js',
      'web/tensors.cjs',
      'web/counterfactuals.cjs',
      'extension.cjs',
      'panel.js',
      'kernels.wasm',
    ].map(size),
  };
};
