import { isExplanation, isRefusal } from '../../shared/protocol/batch';
import { emphasise, pushesTo } from '../../shared/emphasis';
import { toneOf } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import type { AnnotatedRecord } from '../annotate';
import { rowError } from '../row';
import { countResults, emptyTally, tallySentence, type Tally } from '../tally';
import { escaped } from '../../shared/escaped';
import { ROWS_STYLE } from './html-parts';
import type { RowWriter, WriterOptions } from './row-writer';
import { LANGUAGES } from '../../shared/languages';

/**
 * A page that loads nothing: a summary on top, then every row with its words marked. The page is written row
 * by row, so its summary stands at the end of the file and the style sheet puts it on top.
 */
export class HtmlWriter implements RowWriter {
  private tally = emptyTally();

  constructor(private readonly options: Pick<WriterOptions, 'title'>) {}

  head(): string {
    const title = escaped(this.options.title);
    return [
      '<!doctype html>',
      '<html lang="en">',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width">',
      `<title>${title}</title>`,
      `<style>${ROWS_STYLE}</style>`,
      `<main><h1>${title}</h1>`,
      '<table><thead><tr><th>Row<th>Prediction<th>Text</thead><tbody>',
      '',
    ].join('\n');
  }

  row(annotated: AnnotatedRecord): string {
    countResults(this.tally, annotated);
    const { row, record, answer } = annotated;
    const name = record.id === undefined ? `${row}` : `${row}<br><small>${escaped(String(record.id))}</small>`;
    if (isRefusal(answer)) {
      return `<tr id="row-${row}"><td>${name}<td class="error">error<td>${escaped(rowError(record.line, answer))}\n`;
    }
    const { label, probabilities, text, language } = answer;
    const lang = LANGUAGES[language].tag;
    const marked = isExplanation(answer) ? markedText(answer) : escaped(text);
    const prediction = `${escaped(label)} ${probabilities[label].toFixed(2)}`;
    const tone = toneOf({ probabilities }, label);
    return `<tr id="row-${row}"><td>${name}<td class="${tone}">${prediction}<td class="text" lang="${lang}">${marked}\n`;
  }

  tail(): string {
    const { labels, rows, errors } = this.tally;
    const good = rows - errors;
    const bars = Object.entries(labels)
      .sort((a, b) => b[1] - a[1])
      .map(([label, n]) => {
        const percent = ((100 * n) / good).toFixed(1);
        return `<tr><td>${escaped(label)}<td>${n.toLocaleString('en')}<td>${percent} %<td><b style="width:${percent}%"></b>`;
      });
    return `</table>\n<section><p>${escaped(tallySentence(this.tally))}<table class="bars">${bars.join('\n')}</table></section></main>\n`;
  }

  state(): unknown {
    return structuredClone(this.tally);
  }

  restore(state: unknown): void {
    this.tally = state as Tally;
  }
}

/** The text with its words on coloured grounds: dashed below where a word speaks against the prediction. */
function markedText(explanation: Explanation): string {
  const { text, words } = explanation;
  const emphasis = emphasise(explanation);
  let end = 0;
  const parts = words.map((word, i) => {
    const between = escaped(text.slice(end, word.start));
    end = word.end;
    const { step, direction } = emphasis[i];
    if (step === 0) return between + escaped(word.text);
    const label = pushesTo(explanation, direction);
    const tone = label === undefined ? 'neutral' : toneOf(explanation, label);
    const against = direction === 'against' ? ' ag' : '';
    return `${between}<mark class="${tone} s${step}${against}" title="${word.score.toFixed(3)}">${escaped(word.text)}</mark>`;
  });
  return parts.join('') + escaped(text.slice(end));
}
