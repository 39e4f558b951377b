import { isExplanation, isRefusal } from '../../shared/protocol/batch';
import { SaliencyError } from '../../shared/saliency-error';
import type { AnnotatedRecord } from '../annotate';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { SourceRecord } from '../../records/record';
import { rowError } from '../row';
import { emphasise } from '../../shared/emphasis';
import { csvLine } from './cell';
import type { RowWriter, WriterOptions } from './row-writer';

const TOP_WORDS = 5;

/** Columns for sources that have none of their own. */
const OWN: readonly string[] = ['row', 'id', 'text'];

/**
 * The source's own columns, then what was found: label, its probability, those of all labels, the words that decided,
 * the model, the warnings, the error. A name that the source uses itself gets `saliency_` in front. Begins with a byte order mark,
 * without which spreadsheets misread Chinese.
 */
export class CsvWriter implements RowWriter {
  private columns?: readonly string[];
  /** The columns of the previous row; rows of one file share one list. */
  private known?: readonly string[];

  constructor(private readonly options: Pick<WriterOptions, 'labels' | 'explained' | 'files'>) {}

  head(first: AnnotatedRecord | undefined): string {
    this.columns = first?.record.columns ?? OWN;
    const { labels, explained, files } = this.options;
    const added = ['label', 'probability', ...labels.map((label) => `probability_${label.replaceAll(' ', '_')}`)];
    if (explained) added.push('top_words');
    added.push('model', 'warnings', 'error');
    const taken = new Set(this.columns);
    const free = (name: string) => (taken.has(name) ? `saliency_${name}` : name);
    return `\uFEFF${csvLine([...(files ? [free('file')] : []), ...this.columns, ...added.map(free)])}`;
  }

  row({ row, record, answer }: AnnotatedRecord): string {
    const { labels, explained, files } = this.options;
    const own = [...(files ? [record.file ?? ''] : []), ...this.own(row, record)];
    if (isRefusal(answer)) {
      const empty = Array.from({ length: 2 + labels.length + Number(explained) + 2 }, () => '');
      return csvLine([...own, ...empty, rowError(record.line, answer)]);
    }
    const { label, probabilities, model } = answer;
    const words = isExplanation(answer) ? [topWords(answer)] : explained ? [''] : [];
    const each = labels.map((name) => (Object.hasOwn(probabilities, name) ? probabilities[name] : ''));
    return csvLine([...own, label, probabilities[label], ...each, ...words, model, warningsOf(record, answer), '']);
  }

  tail(): string {
    return '';
  }

  state(): unknown {
    return this.columns ?? null;
  }

  restore(state: unknown): void {
    if (Array.isArray(state)) this.columns = state.map(String);
  }

  private own(row: number, { columns, cells, id, text, file }: SourceRecord): (string | number)[] {
    if (this.columns === OWN || columns === undefined) {
      if (columns === undefined && this.columns!.join() === OWN.join()) return [row, id ?? '', text ?? ''];
    } else if (columns === this.known || columns.join('\n') === this.columns!.join('\n')) {
      this.known = columns;
      return columns.map((_, i) => cells?.[i] ?? '');
    }
    const where = file === undefined ? 'One of the files' : file;
    throw new SaliencyError(
      `${where} has other columns than the file before it: write NDJSON, or annotate the files one by one.`,
      'usage',
    );
  }
}

/** Whole sentences, as the answer has them; also that no model reads the text's language. */
function warningsOf({ otherLanguage }: SourceRecord, { warnings }: Prediction): string {
  const sentences = warnings.map(({ message }) => message);
  if (otherLanguage !== undefined)
    sentences.unshift(`The text is in another language (${otherLanguage}) than the models read.`);
  return sentences.join(' ');
}

/** The words that stand out most: `wonderful +0.41; drags -0.12`, without signs where the method knows no direction. */
function topWords(explanation: Explanation): string {
  const sign = (score: number) => (explanation.signed && score > 0 ? '+' : '');
  const emphasis = emphasise(explanation);
  return explanation.words
    .map(({ text, score }, i) => ({ text, score, ...emphasis[i] }))
    .filter(({ step }) => step > 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, TOP_WORDS)
    .map(({ text, score }) => `${text} ${sign(score)}${score.toFixed(2)}`)
    .join('; ');
}
