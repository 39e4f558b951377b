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
 * @property {{ n: number, auprc: number, random: { auprc: number }, tokenF1: number, iouF1: number, topWord: number, averagePrecision?: number }} [rationales]
 * @property {{ n: number, signAccuracy: number, marked?: { n: number, against: number } }} [direction]
 * @property {{ n: number, tokenF1: number, iouF1: number, topPhrase: number }} [phrases]
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
 * Share of rightly predicted texts whose strongest unit may contradict the prediction, on the mean of the data that choose.
 * What people get to see may have 3 %.
 */
const MOST_WRONG_SIGNS = 0.03 / SPARE;

/**
 * The most faithful method that gets directions right: the best mean of comprehensiveness − sufficiency over the data that
 * choose, each source with the same weight, less the share of wrong directions. It is taken from the methods that reach the
 * limits of a default; if none does, from those that get directions right; if none does, from all. Methods that are too slow,
 * or were not measured on all of these rows, are left out. Directions that were not measured do not count.
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
    const wrong = wrongSigns(found);
    const directed = wrong <= MOST_WRONG_SIGNS;
    const good = directed && found.every((one, source) => reaches(one, attentionOf(sources[source])));
    return [{ method, value: mean - wrong, rank: good ? 2 : directed ? 1 : 0 }];
  });
  return measured.sort((a, b) => b.rank - a.rank || b.value - a.value)[0]?.method;
}

/**
 * Share of rightly predicted texts whose strongest unit contradicts the prediction; 0 if it was not measured.
 * @param {readonly Figures[]} found
 */
function wrongSigns(found) {
  const known = found.flatMap(({ direction }) => direction ?? []);
  return known.length === 0 ? 0 : known.reduce((sum, one) => sum + 1 - one.signAccuracy, 0) / known.length;
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
export function inCard({ method, n, comprehensiveness, sufficiency, random, rationales, direction, phrases }) {
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
        ...(rationales.averagePrecision !== undefined && { averagePrecision: short(rationales.averagePrecision) }),
      },
    }),
    ...(direction && {
      direction: {
        n: direction.n,
        signAccuracy: short(direction.signAccuracy),
        ...(direction.marked && { marked: { n: direction.marked.n, against: short(direction.marked.against) } }),
      },
    }),
    ...(phrases && {
      phrases: {
        n: phrases.n,
        tokenF1: short(phrases.tokenF1),
        iouF1: short(phrases.iouF1),
        topPhrase: short(phrases.topPhrase),
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
