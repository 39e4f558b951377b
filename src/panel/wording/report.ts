import type { PageStrings } from '../../shared/strings/explanation-page';
import { methodName } from './names';
import type { ShownExplanation } from './reading';
import { leadSentence, predictionOf } from './sentences';
import { bestFirst, scoreTable, toTsv } from './tables';
import { noHighlight } from './trust';

/** The explanation as plain text, for a mail or a note. */
export function textReport(reading: ShownExplanation, strings: PageStrings): string {
  const { label, probabilities, text, method, model } = reading.view.explanation;
  return [
    predictionOf(reading, label, strings),
    leadSentence(reading, strings) ?? noHighlight(reading, strings),
    bestFirst(probabilities)
      .map(([each]) => predictionOf(reading, each, strings))
      .join(', '),
    `${strings.model}: ${model}. ${strings.method}: ${methodName(method, strings)}.`,
    '',
    text,
    '',
    toTsv(scoreTable(reading, reading.phrases, strings)),
  ].join('\n');
}
