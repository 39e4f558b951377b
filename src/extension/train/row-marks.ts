import type { Explainer } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import { pushesTo } from '../../shared/emphasis';
import { toneOf } from '../../shared/tone';
import { highlightsOf } from '../../shared/highlights';
import type { ReviewMark } from '../../shared/overview';
import type { RowResult } from '../../shared/fine-tuning';

/** Texts that are explained with one message. */
const AT_ONCE = 8;
/** The largest number of rows whose highlights are computed. */
const MOST = 60;

/** The highlights of rows by the new model, told a few at a time; a row that cannot be explained has none. */
export async function markRows(
  explainer: Pick<Explainer, 'batch'>,
  model: string,
  rows: readonly RowResult[],
  tell: (row: number, marks: readonly ReviewMark[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted = rows.slice(0, MOST);
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    const answers = await explainer.batch({ texts: some.map(({ text }) => text), explain: true, model }, signal);
    answers.forEach((answer, index) => 'words' in answer && tell(some[index].row, marksOf(answer)));
  }
}

function marksOf(explanation: Explanation): ReviewMark[] {
  return highlightsOf(explanation).flatMap(({ step, direction, first, last }) => {
    if (step === 0) return [];
    const words = explanation.words.slice(first, last);
    const label = pushesTo(explanation, direction);
    const tone = label === undefined ? 'neutral' : toneOf(explanation, label);
    return [{ start: words[0].start, end: words[words.length - 1].end, step, against: direction === 'against', tone }];
  });
}
