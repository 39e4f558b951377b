import type { Explainer } from '../../shared/protocol/explainer';
import type { Explanation, Prediction } from '../../shared/explanation';
import { shareOfTarget } from '../../shared/points';
import type { Highlight } from '../../shared/highlights';
import { highlightAt, strongestFirst, textOf } from '../highlights/highlights';

/** What the text reads as without a part of it. */
export type PredictionWithout = Pick<Prediction, 'label' | 'probabilities'>;

/** Another highlight that says the same, and what remains without both. */
export interface Twin {
  readonly text: string;
  readonly without: PredictionWithout;
}

/** From this contribution in points on, removing the phrase should be visible … */
const WORTH = 8;
/** … and is not, if less than this part of it is lost. */
const SMALL_DIFFERENCE = 1 / 3;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What removal does to the prediction; a text that would be empty is not read. */
export class Removals {
  constructor(private readonly explainer: Explainer) {}

  async without(explanation: Explanation, words: Part, signal: AbortSignal): Promise<PredictionWithout | undefined> {
    return this.read(explanation, [stretchOf(explanation, words)], signal);
  }

  /**
   * Where removal loses far less than the part contributes, something else says the same: the strongest highlight of the
   * same side, if the prediction falls without both.
   */
  async twin(
    explanation: Explanation,
    words: Part,
    without: PredictionWithout,
    signal: AbortSignal,
  ): Promise<Twin | undefined> {
    const own = highlightAt(explanation, words.first);
    const lost = shareOfTarget(explanation) - shareOfTarget({ ...explanation, probabilities: without.probabilities });
    const worth = own?.points ?? 0;
    if (Math.abs(worth) < WORTH || 100 * lost * Math.sign(worth) > SMALL_DIFFERENCE * Math.abs(worth)) return undefined;
    const other = strongestFirst(explanation).find(
      (each) => each.first !== own?.first && each.direction === own?.direction,
    );
    if (!other) return undefined;
    const stretches = [own!, other].sort((a, b) => a.first - b.first).map((each) => stretchOf(explanation, each));
    const both = await this.read(explanation, stretches, signal);
    if (!both) return undefined;
    const fallen = shareOfTarget(explanation) - shareOfTarget({ ...explanation, probabilities: both.probabilities });
    if (100 * fallen * Math.sign(worth) <= SMALL_DIFFERENCE * Math.abs(worth)) return undefined;
    return { text: textOf(explanation, other), without: both };
  }

  private async read(
    { text, language, model }: Explanation,
    stretches: readonly Stretch[],
    signal: AbortSignal,
  ): Promise<PredictionWithout | undefined> {
    const rest = [...stretches].reverse().reduce(withoutSpan, text);
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(rest)) return undefined;
    return this.explainer.predict({ text: rest, language, model }, signal).catch(() => undefined);
  }
}

type Part = Pick<Highlight, 'first' | 'last'>;

function stretchOf({ words }: Explanation, { first, last }: Part): Stretch {
  return { start: words[first].start, end: words[last - 1].end };
}

/** A text without one stretch, nor the space that parted it from what stands before it. */
export function withoutSpan(text: string, { start, end }: Stretch): string {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const parted = /\s$/.test(before) && (behind === '' || /^[\s\p{P}]/u.test(behind));
  return (parted ? before.replace(/\s$/, '') : before) + (before === '' ? behind.replace(/^\s/, '') : behind);
}
