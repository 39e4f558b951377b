import type { Label } from '../shared/explanation';
import type { Warning } from '../shared/warning';

/** The facts that warnings are based on. */
export interface WarningFacts {
  /** In text order, whether the model knows each word. */
  readonly known: readonly boolean[];
  /** The length in words of the longest text that the model was trained on; left out: not known. */
  readonly trainedLength?: number;
  /** By label, as they are shown. */
  readonly probabilities: Readonly<Record<Label, number>>;
}

/** A larger share of unknown words than this is worth a warning. */
const UNKNOWN = 0.25;
/** A text this many times as long as those of the training is worth one. */
const FAR_LONGER = 3;
/** Two labels closer than this are a near tie. */
const NEAR = 0.05;

/** What a reader should know before believing an explanation; none where all is well. */
export function warningsFor({ known, trainedLength, probabilities }: WarningFacts): Warning[] {
  const warnings: Warning[] = [];
  const unknown = known.filter((word) => !word).length;
  if (unknown === known.length) {
    const message = 'No word of this text is in the model’s vocabulary: the prediction does not depend on the text.';
    warnings.push({ code: 'no-known-words', message });
  } else if (unknown / known.length > UNKNOWN) {
    const percent = Math.round((100 * unknown) / known.length);
    warnings.push({ code: 'unknown-words', percent, message: `${percent} % of the words are unknown to this model.` });
  }
  if (trainedLength !== undefined && known.length > FAR_LONGER * trainedLength) {
    const message = `The text has ${known.length} words; this model was trained on at most ${trainedLength}.`;
    warnings.push({ code: 'longer-than-trained', words: known.length, trained: trainedLength, message });
  }
  const tie = tieOf(probabilities);
  if (tie) warnings.push(tie);
  return warnings;
}

function tieOf(probabilities: Readonly<Record<Label, number>>): Warning | undefined {
  const [[first, high], [second, low]] = Object.entries(probabilities).sort((a, b) => b[1] - a[1]);
  if (high - low >= NEAR) return undefined;
  const figures = `${first} ${high.toFixed(2)}, ${second} ${low.toFixed(2)}`;
  const both = { labels: [first, second], probabilities: [high, low] } as const;
  return high === low
    ? { code: 'tie', ...both, message: `The prediction is a tie: ${figures}.` }
    : { code: 'near-tie', ...both, message: `The prediction is a close call: ${figures}.` };
}
