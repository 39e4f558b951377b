import { interleaved, median, ratio } from './measure.mjs';
import { oursInt16 } from './ours/int16.mjs';
import { uniform } from './random.mjs';
import { makeWeights } from './weights.mjs';

const LENGTHS = [400, 2000, 20_000];

/** As texts are: of a thousand words in running text a third are different, of twenty thousand a tenth. */
const textOf = (vocabulary, length, seed) => {
  const next = uniform(seed);
  return Int32Array.from({ length }, () => Math.floor(next() ** 3 * vocabulary));
};

/**
 * How time grows with length: BiLSTM(128) × 1 and × 2 with attention, on long texts; each length beside 400 words.
 * @param {{ quick: boolean, now: () => number, log: (line: string) => void }} how
 */
export const measureLength = async ({ quick, now, log }) => {
  const results = [];
  for (const layers of [1, 2]) {
    const weights = makeWeights({ layers });
    for (const engine of oursInt16(weights)) {
      log(`${engine.name}, ${layers} layers …`);
      const texts = LENGTHS.map((length) =>
        Array.from({ length: 3 }, (_, seed) => textOf(weights.vocabulary, length, seed + 1)),
      );
      const engines = LENGTHS.map((length, at) => ({
        ...engine,
        name: `${length}`,
        run: (ids) => engine.run(texts[at][texts[0].indexOf(ids)]),
      }));
      const samples = await interleaved(engines, texts[0], quick ? 5 : 15, now);
      const [base] = LENGTHS.map((length) => samples.get(`${length}`));
      for (const length of LENGTHS) {
        const times = samples.get(`${length}`);
        results.push({
          engine: engine.name,
          layers,
          words: length,
          milliseconds: median(times),
          times: ratio(times, base),
          aWord: (1000 * median(times)) / length,
        });
      }
    }
  }
  return { length: results };
};
