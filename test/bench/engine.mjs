import { join } from 'node:path';
import { nodeFiles } from '../../src/engine/node-files';
import { startNodeWorker } from '../../src/engine/worker/node-worker';
import { explainInWorker } from '../../src/engine/worker/worker-explainer';

/** Where run.mjs built the extension. */
export const INSTALLATION = join(__dirname, 'installation');

/** The extension's own explainer: its worker, its files. */
export const newExplainer = () =>
  explainInWorker(() => startNodeWorker(join(INSTALLATION, 'dist', 'worker.cjs')), nodeFiles(INSTALLATION));

/** One sentence a language, as a person would select it. */
export const SENTENCES = {
  en: 'The plot is thin, but the actors are wonderful and I loved every minute of it.',
  zh: '电池很耐用，屏幕也清楚，就是送货慢了两天，总的来说很满意。',
};

/** The languages of which a usable model is there; a word about those without. */
export const languages = async (log) => {
  const explainer = newExplainer();
  try {
    const models = await explainer.models();
    return Object.keys(SENTENCES).filter((language) => {
      const there = models.some((model) => model.language === language && !model.problem);
      if (!there) log(`No model for ${language} is there: left out.`);
      return there;
    });
  } finally {
    await explainer.dispose();
  }
};
