import { emphasise, type Emphasis } from '../engine/surface';
import type { ExplainedWord, Explanation } from '../explain/explanation';
import { paintText } from './paint';

/** The strongest words shown below a coloured text. */
const STRONGEST = 6;

/** An explanation for people: the coloured text and its strongest words, or without colours every word in text order. */
export function showExplanation(explanation: Explanation, colour: boolean): string {
  const { words, warnings } = explanation;
  const emphasis = emphasise(explanation);
  const order = words.map((_, word) => word);
  const listed = colour ? order.sort((a, b) => emphasis[a].rank - emphasis[b].rank).slice(0, STRONGEST) : order;
  return [
    verdict(explanation),
    ...warnings.map(({ message }) => `Note: ${message}`),
    '',
    ...(colour ? [paintText(explanation), ''] : []),
    ...listed.map((word) => line(explanation, words[word], emphasis[word])),
    '',
  ].join('\n');
}

function verdict({ label, probabilities, model, method, signed, target }: Explanation): string {
  const all = Object.entries(probabilities).map(([name, probability]) => `${name} ${probability.toFixed(2)}`);
  const meaning = signed ? `${method}, for (+) or against (-) ${target}` : `${method}, importance only`;
  return `${label} ${probabilities[label].toFixed(2)}  (${all.join(', ')}; ${model}; ${meaning})`;
}

function line({ signed }: Explanation, { text, score, known }: ExplainedWord, { direction, step }: Emphasis): string {
  const figure = `${signed && score > 0 ? '+' : ''}${score.toFixed(3)}`;
  const cue = step === 0 ? ' ' : { for: '▲', against: '▼', none: '•' }[direction];
  return `${figure.padStart(8)} ${cue} ${text}${known ? '' : '  (unknown)'}`;
}
