/** @import { MethodFigures } from '../../src/engine/evaluate-explanations' */

/** A default method takes at most this part of one tf.layers forward pass of 100 words. */
const LIMIT = 0.5;

/** Takes 9 to 257 passes, as many as a text needs: quick on most texts is no promise for the next. */
const UNSTEADY = ['integrated-gradients'];

/** Four digits say enough of a mean over some hundred texts. */
const short = (/** @type {number} */ value) => Number(value.toFixed(4));

/**
 * The method with the best mean (comprehensiveness − sufficiency) over the rows that choose, each source counting alike,
 * among those that are quick enough and were measured on all of them.
 * @param {readonly (readonly MethodFigures[])[]} sources figures by source
 * @param {ReadonlyMap<string, number>} times of each method, in tf.layers passes
 * @returns {string | undefined} undefined where none was measured
 */
export function bestMethod(sources, times) {
  const differences = new Map(
    [...times]
      .filter(([method, time]) => time <= LIMIT && !UNSTEADY.includes(method))
      .map(([method]) => [method, sources.map((figures) => figures.find((one) => one.method === method))]),
  );
  const means = [...differences].flatMap(([method, found]) => {
    if (found.length === 0 || found.some((one) => one === undefined || one.refused > 0)) return [];
    const each = found
      .map((one) => /** @type {MethodFigures} */ (one))
      .map((one) => one.comprehensiveness - one.sufficiency);
    return [/** @type {const} */ ([method, each.reduce((sum, of) => sum + of, 0) / each.length])];
  });
  return means.sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** What a card says of a method. @param {MethodFigures} figures */
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
