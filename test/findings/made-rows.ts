import { seededRandom, type Random } from '../../src/shared/random';
import type { ExplainedPhrase, ExplainedWord } from '../../src/shared/explanation';
import type { ResultRow } from '../../src/findings/store/result-row';
import { textOf, type MadeReview, type Sentiment } from './made-reviews';

const LABELS = ['negative', 'neutral', 'positive'] as const;

/** Rows of results for made reviews, as a model that is right nine times in ten would annotate them; quick, always the same. */
export function madeRows(reviews: readonly MadeReview[], seed = 7): ResultRow[] {
  const random = seededRandom(seed);
  return reviews.map((review, at) => madeRow(review, at + 1, random));
}

/** As `saliency annotate` writes them. */
export const asNdjson = (rows: readonly ResultRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function madeRow(review: MadeReview, row: number, random: Random): ResultRow {
  const { id, posted, product, country, stars, language } = review;
  const text = textOf(review);
  const confidence = 0.4 + 0.595 * Math.sqrt(random());
  // The surer, the more often right, though not as often as it says: what a calibration plot shows.
  const label = random() < 0.3 + 0.68 * confidence ? review.sentiment : other(review.sentiment, random);
  const { words, phrases } = explained(review, label);
  const written = String(stars);
  return {
    row,
    id,
    line: row + 1,
    given: written,
    givenLabel: stars > 3 ? 'positive' : stars < 3 ? 'negative' : 'neutral',
    group: product,
    date: posted,
    cells: { product, country, stars: written },
    text,
    language,
    model: language,
    method: 'phrase-shapley',
    signed: true,
    target: label,
    baseline: 'empty text',
    baseProbability: 1 / 3,
    label,
    probabilities: probabilities(label, confidence, random),
    words,
    phrases,
    milliseconds: 0.1,
    warnings: [],
  };
}

function probabilities(label: Sentiment, confidence: number, random: Random): Record<string, number> {
  const share = 0.2 + 0.6 * random();
  const rest = [share, 1 - share].map((part) => part * (1 - confidence));
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return Object.fromEntries(LABELS.map((name) => [name, round(name === label ? confidence : rest.pop()!)]));
}

const other = (label: Sentiment, random: Random): Sentiment =>
  LABELS.filter((name) => name !== label)[random() < 0.5 ? 0 : 1];

/** Words with what their part says, for the label. */
function explained({ parts, language }: MadeReview, label: Sentiment) {
  const words: ExplainedWord[] = [];
  const phrases: ExplainedPhrase[] = [];
  let offset = 0;
  for (const { text, says } of parts) {
    const first = words.length;
    const its =
      language === 'zh' ? text.split(/(?=[|，。])|\|/).filter(Boolean) : (text.match(/[\w']+|[^\w\s]/g) ?? []);
    const plain = text.replaceAll('|', '');
    let at = 0;
    for (const piece of its) {
      const word = piece.replaceAll('|', '');
      if (word === '') continue;
      const start = plain.indexOf(word, at);
      at = start + word.length;
      words.push({ text: word, start: offset + start, end: offset + at, score: 0, known: true });
    }
    const count = words.length - first;
    if (says !== 0 && count > 0) {
      const score = (label === 'negative' ? -says : label === 'positive' ? says : -Math.abs(says) / 3) * 1.2;
      for (let i = first; i < words.length; i++) words[i] = { ...words[i], score: score / count };
      phrases.push({ start: words[first].start, end: words.at(-1)!.end, score });
    }
    offset += plain.length;
  }
  return { words, phrases };
}
