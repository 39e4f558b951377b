import type { ModelSummary } from '../../shared/protocol/explainer';
import { sumsOverSentences } from '../../shared/sums';
import { pushesTo, type Emphasis } from '../../shared/emphasis';
import { toneOf, type Tone } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import type { Density, Highlight } from '../../shared/highlights';
import { wordHighlights } from '../highlights/highlights';
import { warningText } from '../wording/warning-text';
import type { PanelView, PhraseMark, Place, WordMark } from '../../shared/protocol/panel';

interface WarningFacts {
  readonly id: number;
  readonly place: Place;
  readonly time: string;
  readonly stale: boolean;
  readonly model?: ModelSummary;
}

/** An explanation with all that the page needs to draw it. */
export function panelView(
  explanation: Explanation,
  circumstances: WarningFacts,
  density: Density = 'default',
): PanelView {
  const labels = Object.keys(explanation.probabilities);
  const { emphasis, highlights, points } = wordHighlights(explanation, density);
  return {
    explanation,
    marks: emphasis.map(({ step, direction, rank }, word): WordMark => {
      const tone = toneTo(explanation, direction);
      return { step, direction, rank, tone, ...(points && { points: points.words[word] }) };
    }),
    phrases: phraseMarks(explanation, highlights),
    density,
    ...(points?.from !== undefined && { base: points.from }),
    tones: Object.fromEntries(labels.map((label) => [label, toneOf(explanation, label)])),
    sentences: sumsOverSentences(explanation),
    warnings: explanation.warnings.map(warningText),
    ...circumstances,
  };
}

/** What can be highlighted, without the words at its ends that carry nothing. */
function phraseMarks(explanation: Explanation, highlights: readonly Highlight[]): PhraseMark[] {
  return highlights.flatMap(({ from, to, first, last, score, points, step, direction, rank }) => {
    if (rank === undefined) return [];
    const shown = { step, direction, rank, tone: toneTo(explanation, direction) };
    return [{ from: first, to: last, whole: { from, to }, score, ...shown, ...(points !== undefined && { points }) }];
  });
}

function toneTo(explanation: Explanation, direction: Emphasis['direction']): Tone {
  const label = pushesTo(explanation, direction);
  return label === undefined ? 'neutral' : toneOf(explanation, label);
}
