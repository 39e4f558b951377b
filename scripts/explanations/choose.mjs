/** @import { MethodFigures } from '../../src/engine/evaluation/evaluate-explanations' */
/** @import { Method } from '../../src/shared/methods' */

/**
 * What `saliency evaluate --explanations` finds of a method, as far as a card has it.
 * @typedef {object} Figures
 * @property {Method} method
 * @property {number} n
 * @property {number} refused
 * @property {number} comprehensiveness
 * @property {number} sufficiency
 * @property {Pick<MethodFigures['random'], 'comprehensiveness' | 'sufficiency'>} random
 * @property {{ n: number, auprc: number, random: { auprc: number }, tokenF1: number, iouF1: number, topWord: number }} [rationales]
 */

/** A default method takes at most this part of one tf.layers forward pass of 100 words. */
const LIMIT = 0.5;

/** Takes 9 to 257 passes, as many as a text needs: quick on most texts is no promise for the next. */
const UNSTEADY = ['integrated-gradients'];

/** Four digits say enough of a mean over some hundred texts. */
const short = (/** @type {number} */ value) => Number(value.toFixed(4));

/**
 * What a default method has to reach beside random orders, and beside attention where the model has it, on each of the
 * rows that choose: a tenth more than on other rows, which differ.
 */
const SPARE = 1.1;
const WANTED = { comprehensiveness: 2.5 * SPARE, sufficiency: 0.5 / SPARE, auprc: 2 * SPARE };

/**
 * The most faithful method, by its mean (comprehensiveness − sufficiency) over the rows that choose, each source counting
 * alike: of those that reach what a default has to, else of all. Only methods that are quick enough and were measured on
 * all of these rows are asked.
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

/** How well attention finds what people marked. @param {readonly Figures[]} figures */
const attentionOf = (figures) => figures.find(({ method }) => method === 'attention')?.rationales?.auprc ?? 0;

/** Where people marked nothing, only faithfulness counts. @param {Figures} figures @param {number} attention */
function reaches({ comprehensiveness, sufficiency, random, rationales }, attention) {
  return (
    comprehensiveness >= WANTED.comprehensiveness * random.comprehensiveness &&
    sufficiency <= WANTED.sufficiency * random.sufficiency &&
    (!rationales || rationales.auprc >= Math.max(WANTED.auprc * rationales.random.auprc, attention))
  );
}

/** What a card says of a method. @param {Figures} figures */
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
 * What a card says of its methods on some rows.
 * @typedef {{ data: string, methods: ReturnType<typeof inCard>[] }} CardFigures
 */

/**
 * The figures of all methods on the same rows, as `bestMethod` takes them. A card does not say how many texts a method
 * refused: as many as it was measured on less than the others.
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
