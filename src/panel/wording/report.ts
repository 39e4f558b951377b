import type { PageStrings } from '../../shared/strings/explanation-page';
import { methodName, modelOf } from './names';
import type { ShownExplanation } from './reading';
import { leadSentence, predictionText } from './sentences';
import { bestFirst, scoreTable, toTsv } from './tables';
import { noHighlight } from './trust';

/** The explanation as plain text, for a mail or a note. */
export function textReport(shown: ShownExplanation, strings: PageStrings): string {
  const { label, probabilities, text, method } = shown.view.explanation;
  return [
    predictionText(shown, label, strings),
    leadSentence(shown, strings) ?? noHighlight(shown, strings),
    bestFirst(probabilities)
      .map(([each]) => predictionText(shown, each, strings))
      .join(', '),
    `${strings.model}: ${modelOf(shown.view, strings)}. ${strings.method}: ${methodName(method, strings)}.`,
    '',
    text,
    '',
    toTsv(scoreTable(shown, shown.phrases, strings)),
  ].join('\n');
}
