import type { PageStrings } from '../../shared/strings/explanation-page';
import { methodName } from './names';
import type { PanelModel } from './reading';
import { lead, predictionOf } from './sentences';
import { bestFirst, scoreTable, toTsv } from './tables';
import { noHighlight } from './trust';

/** The explanation as plain text, for a mail or a note. */
export function textReport(reading: PanelModel, strings: PageStrings): string {
  const { label, probabilities, text, method, model } = reading.view.explanation;
  return [
    predictionOf(reading, label, strings),
    lead(reading, strings) ?? noHighlight(reading, strings),
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
