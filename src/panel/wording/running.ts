import type { LayerTrace, Trace } from '../../shared/studies';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed } from './format';
import { labelName } from './names';
import type { ShownExplanation } from './reading';
import { quotedList, percentOf } from './sentences';
import { largestNameable, nearestNameable } from './nameable-words';
import { inPercent } from './studies';
import { bestFirst, type Table } from './tables';

/** The words at which a prediction turned; each is left out if there is none. */
export interface Turning {
  /** After it the prediction leads for good. */
  readonly turn?: number;
  /** After it the prediction was least likely. */
  readonly low?: number;
}

export function turningOf({ prefixes }: Trace, label: string): Turning {
  const other = prefixes.findLastIndex(({ probabilities }) => leader(probabilities) !== label);
  if (other < 0 || other === prefixes.length - 1) return {};
  const p = prefixes.map(({ probabilities }) => probabilities[label]);
  return { turn: prefixes[other + 1].words - 1, low: prefixes[p.indexOf(Math.min(...p))].words - 1 };
}

function leader(probabilities: Readonly<Record<string, number>>): string {
  return Object.entries(probabilities).reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Where the prediction turned, in a sentence or two. */
export function runningFinding({ view, words }: ShownExplanation, trace: Trace, strings: PageStrings): string {
  const { label } = view.explanation;
  const name = labelName(label, strings);
  const { turn, low } = turningOf(trace, label);
  if (turn === undefined || low === undefined) return fill(strings.runningAll, name);
  const lowest = trace.prefixes.find((prefix) => prefix.words === low + 1)!.probabilities[label];
  return [
    capitalised(
      fill(strings.runningLowest, quotedList([nearestNameable(words, low)], strings), name, inPercent(lowest, strings)),
    ),
    fill(strings.runningTurn, quotedList([nearestNameable(words, turn)], strings), name),
  ].join(/[。]$/.test(strings.runningTurn) ? '' : ' ');
}

export function runningTable({ view, words }: ShownExplanation, { prefixes }: Trace, strings: PageStrings): Table {
  const labels = bestFirst(view.explanation.probabilities).map(([label]) => label);
  return {
    head: [
      strings.position,
      strings.word,
      ...labels.map((label) => fill(strings.probabilityOf, labelName(label, strings))),
    ],
    numeric: [true, false, ...labels.map(() => true)],
    rows: prefixes.map(({ words: read, probabilities }) => [
      String(read),
      words[read - 1].text,
      ...labels.map((label) => fixed(100 * probabilities[label], 1)),
    ]),
  };
}

/** `layer 1, forwards`. */
export function layerName({ layer, direction }: LayerTrace, strings: PageStrings): string {
  return fill(direction === 'forward' ? strings.forwards : strings.backwards, layer + 1);
}

export function gatesFinding({ words }: ShownExplanation, { input, forget }: LayerTrace, strings: PageStrings): string {
  const kept = forget.reduce((sum, each) => sum + each, 0) / forget.length;
  const most = largestNameable(words, input);
  return fill(strings.gatesFinding, percentOf(kept, strings), quotedList([words[most]], strings), fixed(input[most]));
}

export function gatesTable({ words }: ShownExplanation, layer: LayerTrace, strings: PageStrings): Table {
  return {
    head: [strings.position, strings.word, strings.gateInput, strings.gateForget, strings.gateOutput, strings.gateCell],
    numeric: [true, false, true, true, true, true],
    rows: words.map(({ index, text }) => [
      String(index + 1),
      text,
      ...[layer.input, layer.forget, layer.output].map((row) => fixed(row[index], 3)),
      fixed(layer.cellNorm[index], 2),
    ]),
  };
}
