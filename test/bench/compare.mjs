import { interleaved, median, ratio, spread } from './measure.mjs';
import { operations } from './operations.mjs';
import { oursFloat32 } from './ours/float32.mjs';
import { oursInt16 } from './ours/int16.mjs';
import { tfLayers } from './peers/layers.mjs';
import { onnxruntimes } from './peers/onnxruntime.mjs';
import { plainJavaScript } from './peers/plain.mjs';
import { reference } from './peers/reference.mjs';
import { distinctWords } from './random.mjs';
import { makeWeights } from './weights.mjs';

const probabilities = (logits) => {
  const powers = Array.from(logits, (logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
};

/** The largest difference of a probability from the float64 reference, over two of the texts. */
const difference = async ({ run, before }, texts, expected) => {
  let largest = 0;
  for (const [index, ids] of texts.slice(0, expected.length).entries()) {
    before?.();
    const got = probabilities(await run(ids));
    expected[index].forEach((value, label) => (largest = Math.max(largest, Math.abs(value - got[label]))));
  }
  return largest;
};

/** Long texts are steadier, and take longer. */
const roundsFor = (words) => (words <= 100 ? 31 : words <= 400 ? 15 : 7);

/**
 * Every engine on BiLSTM(128) × 1 and × 2 with attention, on texts of several lengths.
 * @param {{ layers: number[], words: number[], quick: boolean, peaks: { int16: number, float32: number }, log: (line: string) => void, now: () => number }} how
 */
export const compare = async (how) => {
  const { quick, peaks, log, now } = how;
  const results = [];
  for (const layers of how.layers) {
    const weights = makeWeights({ layers });
    const engines = [
      ...oursInt16(weights),
      oursFloat32(weights),
      ...(await onnxruntimes(weights)),
      tfLayers(weights),
      plainJavaScript(weights),
    ];
    for (const words of how.words) {
      log(`BiLSTM(128) × ${layers}, ${words} words …`);
      const texts = Array.from({ length: 6 }, (_, seed) => distinctWords(weights.vocabulary, words, seed));
      const expected = texts.slice(0, words > 400 ? 1 : 2).map((ids) => probabilities(reference(weights, ids)));
      const rounds = Math.ceil(roundsFor(words) / (quick ? 3 : 1));
      const samples = await interleaved(engines, texts, rounds, now);
      const [ours] = engines.map(({ name }) => samples.get(name));
      for (const engine of engines) {
        const times = samples.get(engine.name);
        const rate = operations(weights, words, engine.keepsWords ?? false) / median(times) / 1e6;
        results.push({
          layers,
          words,
          engine: engine.name,
          milliseconds: median(times),
          spread: spread(times),
          rounds: times.length,
          timesSeen: ratio(times, ours),
          timesNew: ratio(times, samples.get(engines[1].name)),
          gops: rate,
          shareOfPeak: engine.peak && rate / peaks[engine.peak],
          difference: await difference(engine, texts, expected),
        });
      }
    }
    await Promise.all(engines.map(({ close }) => close?.()));
  }
  return results;
};
