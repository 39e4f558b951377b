import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { languages, newExplainer, SENTENCES } from './engine.mjs';

const MIB = 2 ** 20;

/** Resident memory of this process after a rest, in which garbage is collected if it can be asked for. */
const resident = async () => {
  globalThis.gc?.();
  await new Promise((done) => setTimeout(done, 300));
  return process.memoryUsage().rss / MIB;
};

const emptyWorker = async () => {
  const worker = new Worker('require("node:worker_threads").parentPort.on("message", () => {});', { eval: true });
  await once(worker, 'online');
  const rss = await resident();
  await worker.terminate();
  return rss;
};

/** What the process needs above an empty worker: with every language's model loaded, and after many explanations. */
export const measureMemory = async ({ quick, log }) => {
  const empty = await emptyWorker();
  const there = await languages(log);
  const total = quick ? 1000 : 10_000;
  const explainer = newExplainer();
  const explain = (index) => {
    const language = there[index % there.length];
    return explainer.explain({ text: `${SENTENCES[language]} ${index}`, language });
  };
  const memory = [];
  if (there.length) {
    for (let done = 0; done < total; done++) {
      if ([10, total / 10, total / 2].includes(done))
        memory.push({ explanations: done, above: (await resident()) - empty });
      await explain(done);
    }
    memory.push({
      explanations: total,
      above: (await resident()) - empty,
      tensors: (await explainer.status()).tensors,
    });
  }
  await explainer.dispose();
  return { empty, memory };
};
