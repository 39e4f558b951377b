import { sumsOver, sumsOverSentences, type SpanScore } from '../../shared/sums';
import { emphasise, type Emphasis } from '../../shared/emphasis';
import type { ExplainedWord, Explanation } from '../../shared/explanation';
import { paintText } from './paint';

/** How many of the strongest words are listed below a coloured text. */
const STRONGEST = 6;

/** An explanation for people: the coloured text and its strongest words, or without colours every word in text order. */
export function showExplanation(explanation: Explanation, colour: boolean): string {
  const { words, warnings } = explanation;
  const emphasis = emphasise(explanation);
  const order = words.map((_, word) => word);
  const listed = colour ? order.sort((a, b) => emphasis[a].rank - emphasis[b].rank).slice(0, STRONGEST) : order;
  return [
    predictionLine(explanation),
    ...warnings.map(({ message }) => `Note: ${message}`),
    '',
    ...(colour ? [paintText(explanation), ''] : []),
    ...listed.map((word) => line(explanation, words[word], emphasis[word])),
    ...sentencesOf(explanation),
    '',
  ].join('\n');
}

/** The sums over the sentences, if there is more than one. */
function sentencesOf(explanation: Explanation): string[] {
  const sums = sumsOverSentences(explanation);
  if (sums.length < 2) return [];
  return ['', 'Sentences:', ...sums.map((sum) => `${figureOf(explanation, sum.score)}   ${partOf(explanation, sum)}`)];
}

/** The sum of the scores of a phrase of the text; undefined if the text does not have it. */
export function showPhrase(explanation: Explanation, phrase: string): string | undefined {
  const start = explanation.text.indexOf(phrase);
  if (start < 0 || phrase === '') return undefined;
  const [sum] = sumsOver(explanation, [{ start, end: start + phrase.length }]);
  return `${figureOf(explanation, sum.score)}   ${partOf(explanation, sum)}\n`;
}

function partOf({ text }: Explanation, { start, end }: SpanScore): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

function figureOf({ signed }: Explanation, score: number): string {
  return `${signed && score > 0 ? '+' : ''}${score.toFixed(3)}`.padStart(8);
}

function predictionLine({ label, probabilities, model, method, signed, target, against }: Explanation): string {
  const all = Object.entries(probabilities).map(([name, probability]) => `${name} ${probability.toFixed(2)}`);
  const meaning = signed
    ? `${method}, supports (+) or contradicts (-) ${target}${against ? `, in contrast to ${against}` : ''}`
    : `${method}, importance only`;
  return `${label} ${probabilities[label].toFixed(2)}  (${all.join(', ')}; ${model}; ${meaning})`;
}

function line(explanation: Explanation, { text, score, known }: ExplainedWord, { direction, step }: Emphasis): string {
  const cue = step === 0 ? ' ' : { for: '▲', against: '▼', none: '•' }[direction];
  return `${figureOf(explanation, score)} ${cue} ${text}${known ? '' : '  (out of vocabulary)'}`;
}
