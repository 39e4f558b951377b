import { ARCHITECTURES } from '../../src/model/architectures/registry';
import { float32Forward } from '../../src/model/network/float32-forward';
import { int16Forward } from '../../src/model/inference/int16-forward';
import { forwardOf } from '../../src/model/inference/text-reader';
import { weightReaderOf } from '../../src/model/testing/weight-reader';
import { interleaved, median, ratio, spread } from './measure.mjs';
import { distinctWords } from './random.mjs';

const VOCABULARY = 5000, WORDS = 100, LABELS = 2; // prettier-ignore

/** Sizes of the articles, or, where these are for toys, those that are trained. */
const SIZES = { 'ngram-mlp': { ngrams: 20_000 }, 'bilstm-mlp': { dimension: 64 }, 'stacked-lstm': { dimension: 64 } };

/** Where an architecture counts something before it learns: each word, and each word with the next one, is an n-gram. */
const countedIn = ({ count }, config) => {
  const half = VOCABULARY / 2;
  const texts = [0, 1].flatMap((label) =>
    [0, 1].map(() => ({
      ids: Int32Array.from({ length: half }, (_, i) => 2 + ((i * 2 + label) % (VOCABULARY - 2))),
      label,
    })),
  );
  const tokens = Array.from({ length: VOCABULARY }, (_, id) => `${id}`);
  return count?.(config, VOCABULARY, LABELS, texts, tokens);
};

/**
 * Every architecture with fresh weights, 100 words: as it reads texts, words seen before, beside its float32 network in tfjs.
 * @param {{ quick: boolean, now: () => number, log: (line: string) => void }} how
 */
export const measureArchitectures = async ({ quick, now, log }) => {
  const texts = Array.from({ length: 6 }, (_, seed) => distinctWords(VOCABULARY - 2, WORDS, seed).map((id) => id + 2));
  const mask = new Float32Array(WORDS).fill(1);
  const results = [];
  for (const architecture of ARCHITECTURES) {
    const { name, build, configure, encoder, reader } = architecture;
    if (!encoder && !reader) continue;
    log(`${name} …`);
    const config = configure(SIZES[name] ?? {});
    const counted = countedIn(architecture, config);
    const network = build(config, VOCABULARY, LABELS, counted ? { seed: 1, counted } : 1);
    const weights = weightReaderOf(new Map([...network.weights].map(([of, values]) => [of, values.dataSync()])));
    const ours = encoder
      ? int16Forward(encoder(config, VOCABULARY, LABELS, weights)).forward
      : forwardOf(reader(config, VOCABULARY, LABELS, weights));
    const theirs = float32Forward(network);
    const engines = [ours, theirs].map((forward, at) => ({ name: `${at}`, run: (ids) => forward(ids, mask).logits }));
    const samples = await interleaved(engines, texts, quick ? 9 : 31, now);
    const [own, other] = [samples.get('0'), samples.get('1')];
    results.push({
      name,
      milliseconds: median(own),
      spread: spread(own),
      float32: median(other),
      times: ratio(other, own),
    });
    network.dispose();
  }
  return { architectures: results };
};
