import type { Losses } from '../../shared/studies';
import type { CutText } from '../../explain/cut-text';
import type { LoadedModel } from '../../explain/explain';
import type { Label } from '../../shared/explanation';
import { Deletions } from '../../explain/faithfulness/deletions';
import { randomOrders } from '../../explain/faithfulness/random-orders';
import { predictMasked } from '../../explain/masked-prediction';
import type { YieldPoint } from '../../explain/yield-point';
import { changedWords } from '../../text/changed-words';
import { markedSpans, spansFor, type MarkedRow } from '../../text/marked-spans';
import { markedWords } from '../../text/marked-words';

/** Random orders a text: the mean is over all texts, so few of each are enough. */
const ORDERS = 5;

/** A text that all methods explain. */
export interface EvaluatedText {
  readonly cut: CutText;
  readonly truth?: readonly boolean[];
  /** What the model says, and what it says with words deleted. */
  readonly label: Label;
  /** Whether the row's own label is the predicted one. */
  readonly right: boolean;
  readonly deletions: Deletions;
  readonly random: Losses;
}

/** The first words of a text. */
export function firstWordsOf(cut: CutText, most = cut.words.length): CutText {
  if (cut.words.length <= most) return cut;
  const words = cut.words.slice(0, most);
  return { ...cut, words, text: cut.text.slice(0, words[most - 1].end) };
}

export async function evaluatedText(
  subject: LoadedModel,
  cut: CutText,
  truth: readonly boolean[] | undefined,
  given: string | undefined,
  step: YieldPoint,
): Promise<EvaluatedText> {
  const { ids, mask } = subject.encode(cut.words);
  const label = predictMasked(subject, ids, mask).label;
  const deletions = new Deletions(subject, cut.words, label);
  const { mean: random } = await randomOrders(deletions, [...ids], 0, step, ORDERS);
  return { cut, truth, label: subject.labels[label], right: given === subject.labels[label], deletions, random };
}

/** Which words people marked, in a row itself or by editing it into its twin. */
export class HumanMarks {
  private readonly twins = new Map<unknown, MarkedRow[]>();

  constructor(
    rows: readonly MarkedRow[],
    private readonly cutOf: (text: string) => Promise<CutText>,
  ) {
    for (const row of rows) {
      const { pair } = row.fields;
      if (pair !== undefined) this.twins.set(pair, [...(this.twins.get(pair) ?? []), row]);
    }
  }

  async of(row: MarkedRow, { words }: CutText): Promise<boolean[] | undefined> {
    const spans = spansFor(row.label, markedSpans(row));
    const twin = this.twins.get(row.fields.pair)?.filter((other) => other !== row);
    const truth =
      spans.length > 0
        ? Array.from(markedWords(words, spans), (weight) => weight > 0)
        : twin?.length === 1
          ? changedWords(words, (await this.cutOf(twin[0].text)).words)
          : undefined;
    return truth?.some(Boolean) ? truth : undefined;
  }
}
