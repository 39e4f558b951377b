import { SaliencyError } from '../../shared/saliency-error';
import type { Agreement, AgreementMethod, AgreementPair } from '../../shared/studies';
import { emphasise } from '../../shared/emphasis';
import type { CutText } from '../cut-text';
import { explanationOf, traits, type ExplainQuestion, type LoadedModel } from '../explain';
import type { Label } from '../../shared/explanation';
import { METHODS, type Method, type MethodNeeds } from '../../shared/methods';
import { methodsOf } from '../methods/methods';
import { runStepwise } from '../chunked-work';
import { round } from '../../shared/round';
import type { YieldPoint } from '../yield-point';
import { kendallTau } from './kendall';

/** How many of the most important words are compared: a fifth of all, at least one, at most ten. */
const TOP_SHARE = 0.2;
const LARGEST_TOP = 10;
/** Texts of more words are explained only by methods that need few forward passes. */
const LONG = 400;

/** What the methods that a model offers need, all together. */
export const needsOfAgreement = (subject: LoadedModel): MethodNeeds[] =>
  methodsOf(traits(subject), subject.defaultMethod).map((method) => METHODS[method].needs);

/**
 * How far the methods that a model offers agree on one text: Kendall's τ-b of the words' scores and the share of the
 * most important words that each two have in common. Two signed methods are compared by their scores; where one is a
 * saliency, by importance alone (|score| of the signed one). Words that the model skips count with their score of 0.
 *
 * Methods disagree often, and where they do (Krishna et al. 2022, "The disagreement problem"), no single one should be
 * believed without its faithfulness. Cost: that of all methods together.
 */
export async function measureAgreement(
  subject: LoadedModel,
  text: CutText,
  question: Pick<ExplainQuestion, 'target'>,
  step: YieldPoint,
): Promise<Agreement> {
  const methods: AgreementMethod[] = [];
  const left: { method: Method; reason: string }[] = [];
  const top = Math.min(LARGEST_TOP, Math.max(1, Math.round(TOP_SHARE * text.words.length)));
  let target: Label | undefined = question.target;
  for (const method of methodsOf(traits(subject), subject.defaultMethod)) {
    await step();
    if (text.words.length > LONG && METHODS[method].slow) {
      left.push({ method, reason: 'cost' });
      continue;
    }
    try {
      const explanation = await runStepwise(explanationOf(subject, text, { method, target }), step);
      target = explanation.target;
      const emphasis = emphasise(explanation);
      const byRank = emphasis.map((_, word) => word).sort((a, b) => emphasis[a].rank - emphasis[b].rank);
      methods.push({
        method,
        signed: explanation.signed,
        scores: explanation.words.map(({ score }) => score),
        top: byRank.slice(0, top),
      });
    } catch (error) {
      if (!(error instanceof SaliencyError) || error.code === 'unknown-target') throw error;
      left.push({ method, reason: error.code });
    }
  }
  return { model: subject.name, target: target!, top, methods, pairs: await pairsOf(methods, step), left };
}

async function pairsOf(methods: readonly AgreementMethod[], step: YieldPoint): Promise<AgreementPair[]> {
  const pairs: AgreementPair[] = [];
  for (const [i, one] of methods.entries()) {
    for (const other of methods.slice(i + 1)) {
      await step();
      pairs.push(pairOf(one, other));
    }
  }
  return pairs;
}

function pairOf(one: AgreementMethod, other: AgreementMethod): AgreementPair {
  const direction = one.signed && other.signed;
  const [a, b] = [one, other].map(({ scores, signed }) => (signed && !direction ? scores.map(Math.abs) : scores));
  const tau = kendallTau(a, b);
  const both = one.top.filter((word) => other.top.includes(word)).length;
  return {
    methods: [one.method, other.method],
    ...(tau !== undefined && { tau: round(tau) }),
    shared: round(both / one.top.length),
  };
}
