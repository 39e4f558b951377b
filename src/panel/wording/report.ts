import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised, fixed } from './format';
import { labelName, methodName } from './names';
import type { PanelModel } from './reading';
import { lead } from './sentences';
import { bestFirst, stripTable, toTsv } from './tables';

/** The explanation as plain text, for a mail or a note. */
export function textReport(reading: PanelModel, strings: PageStrings): string {
  const { label, probabilities, text, method, model } = reading.view.explanation;
  const name = (each: string) => labelName(each, strings);
  return [
    `${capitalised(name(label))} ${fixed(probabilities[label])}`,
    lead(reading, strings) ?? strings.flatTitle,
    bestFirst(probabilities)
      .map(([each, p]) => `${name(each)} ${fixed(p)}`)
      .join(', '),
    `${strings.model}: ${model}. ${strings.method}: ${methodName(method, strings)}.`,
    '',
    text,
    '',
    toTsv(stripTable(reading, strings)),
  ].join('\n');
}
