/**
 * What whoever shows explanations (editor, command line) needs beside the `Explainer`: how strongly a word is marked,
 * what a paragraph is, which errors are meant for people. The rooms behind the engine stay behind it.
 */
export { emphasise, pushesTo, STEP_BOUNDS, toneOf, type Emphasis } from '../explain/emphasis';
export { METHODS } from '../explain/explanation';
export { sumsOver, sumsOverSentences, type SpanScore } from '../explain/sums';
export { paragraphAt } from '../text/paragraphs';
export { sentences } from '../text/sentences';
export { SaliencyError } from '../text/saliency-error';
