/** A rightly predicted text, as a signed method explains it. */
export interface DirectedText {
  /** One a word, for the predicted label. */
  readonly scores: readonly number[];
  /** The scores of what the method counts as one: phrases, or else its words. */
  readonly units: readonly number[];
  /** Which words people marked, if they marked any. */
  readonly truth?: readonly boolean[];
}

/** Whether explanations of rightly predicted texts point the right way. */
export interface Direction {
  /** Texts. */
  readonly n: number;
  /** Share of the texts whose strongest unit, by |score|, supports the prediction. */
  readonly signAccuracy: number;
  /** The share of texts with marked words in which the scores of these words sum to less than 0: against the prediction. */
  readonly marked?: { readonly n: number; readonly against: number };
}

/** @returns undefined for no texts */
export function directionOf(texts: readonly DirectedText[]): Direction | undefined {
  if (texts.length === 0) return undefined;
  const marked = texts.filter(({ truth }) => truth?.some(Boolean));
  const against = marked.filter(({ scores, truth }) => sumOf(scores.filter((_, word) => truth![word])) < 0);
  return {
    n: texts.length,
    signAccuracy: texts.filter(({ units }) => strongest(units) > 0).length / texts.length,
    ...(marked.length > 0 && { marked: { n: marked.length, against: against.length / marked.length } }),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The strongest unit, the first one of equals. */
const strongest = (units: readonly number[]): number =>
  units.reduce((most, unit) => (Math.abs(unit) > Math.abs(most) ? unit : most), 0);
