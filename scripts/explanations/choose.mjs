/** @import { MethodFigures } from '../../src/engine/evaluation/evaluate-explanations' */
/** @import { Method } from '../../src/shared/methods' */

/**
 * The figures of a method from `saliency evaluate --explanations`, as far as a card has them.
 * @typedef {object} Figures
 * @property {Method} method
 * @property {number} n
 * @property {number} refused
 * @property {number} comprehensiveness
 * @property {number} sufficiency
 * @property {Pick<MethodFigures['random'], 'comprehensiveness' | 'sufficiency'>} random
 * @property {{ n: number, auprc: number, random: { auprc: number }, tokenF1: number, iouF1: number, topWord: number }} [rationales]
 */

/** A default method takes at most this share of the time of one tf.layers forward pass of 100 words. */
const LIMIT = 0.5;

/** This method takes 9 to 257 passes, depending on the text: fast on most texts does not mean fast on the next. */
const UNSTEADY = ['integrated-gradients'];

/** Four digits are enough for a mean over some hundred texts. */
const short = (/** @type {number} */ value) => Number(value.toFixed(4));

/**
 * What a default method has to reach on each data set that chooses, as a multiple of random orders (and of attention, where
 * the model has it). The limits are a tenth above those for the reported data, because other data differ.
 */
const SPARE = 1.1;
const WANTED = { comprehensiveness: 2.5 * SPARE, sufficiency: 0.5 / SPARE, auprc: 2 * SPARE };

/**
 * The most faithful method: the best mean of comprehensiveness − sufficiency over the data that choose, each source with the
 * same weight. It is taken from the methods that reach the limits of a default; if none does, from all. Methods that are too
 * slow, or were not measured on all of these rows, are left out.
 * @param {readonly (readonly Figures[])[]} sources figures by source
 * @param {ReadonlyMap<string, number>} times of each method, in tf.layers passes
 * @returns {string | undefined} undefined where none was measured
 */
export function bestMethod(sources, times) {
  const asked = [...times].filter(([method, time]) => time <= LIMIT && !UNSTEADY.includes(method));
  const measured = asked.flatMap(([method]) => {
    const found = sources.flatMap((figures) => figures.find((one) => one.method === method) ?? []);
    if (found.length === 0 || found.length < sources.length || found.some(({ refused }) => refused > 0)) return [];
    const differences = found.map(({ comprehensiveness, sufficiency }) => comprehensiveness - sufficiency);
    const mean = differences.reduce((sum, of) => sum + of, 0) / differences.length;
    return [{ method, mean, reaches: found.every((one, source) => reaches(one, attentionOf(sources[source]))) }];
  });
  const good = measured.some(({ reaches }) => reaches) ? measured.filter(({ reaches }) => reaches) : measured;
  return good.sort((a, b) => b.mean - a.mean)[0]?.method;
}

/** AUPRC of attention against what people underlined. @param {readonly Figures[]} figures */
const attentionOf = (figures) => figures.find(({ method }) => method === 'attention')?.rationales?.auprc ?? 0;

/** Whether a method reaches the limits of a default. Data without human rationales measure only faithfulness. @param {Figures} figures @param {number} attention */
function reaches({ comprehensiveness, sufficiency, random, rationales }, attention) {
  return (
    comprehensiveness >= WANTED.comprehensiveness * random.comprehensiveness &&
    sufficiency <= WANTED.sufficiency * random.sufficiency &&
    (!rationales || rationales.auprc >= Math.max(WANTED.auprc * rationales.random.auprc, attention))
  );
}

/** The figures of a method, as a card has them. @param {Figures} figures */
export function inCard({ method, n, comprehensiveness, sufficiency, random, rationales }) {
  return {
    method,
    n,
    comprehensiveness: short(comprehensiveness),
    sufficiency: short(sufficiency),
    random: { comprehensiveness: short(random.comprehensiveness), sufficiency: short(random.sufficiency) },
    ...(rationales && {
      rationales: {
        n: rationales.n,
        auprc: short(rationales.auprc),
        random: short(rationales.random.auprc),
        tokenF1: short(rationales.tokenF1),
        iouF1: short(rationales.iouF1),
        topWord: short(rationales.topWord),
      },
    }),
  };
}

/**
 * The figures of a card for one data set.
 * @typedef {{ data: string, methods: ReturnType<typeof inCard>[] }} CardFigures
 */

/**
 * The figures of all methods on the same rows, as `bestMethod` takes them. A card does not say how many texts a method
 * refused; it is the number of texts that the other methods were measured on and this one was not.
 * @param {CardFigures['methods']} methods
 * @returns {Figures[]}
 */
export function fromCard(methods) {
  const most = Math.max(...methods.map(({ n }) => n));
  return methods.map(({ rationales, ...one }) => ({
    ...one,
    refused: most - one.n,
    ...(rationales && { rationales: { ...rationales, random: { auprc: rationales.random } } }),
  }));
}
