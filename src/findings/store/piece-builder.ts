import { toneOf } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import {
  NO_DAY,
  NO_LABEL,
  NO_POINTS,
  NO_VALUE,
  TOKEN_BITS,
  UNREADABLE_DAY,
  WIDE,
  type RowsPiece,
} from '../../shared/findings/piece';
import { clauses } from './clauses';
import { CodedColumns } from './coded-columns';
import { readDay } from './days';
import { growingUint16, growingUint32, growingUint8, growingInt16, growingInt32 } from './growing';
import { highlightedPhrases, type HighlightedPhrase } from './highlights';
import { reasonsOf } from './reasons';
import { hasWords, isAnswer, type ResultAnswer, type ResultPlace, type ResultRow } from './result-row';
import { StringCoder } from './strings';
import { tokensIn, tokensOf, type PartOfSpeech, type Token } from './tokens';
import { placeOf } from './word-places';

const MOST_WORDS = TOKEN_BITS.word;
/** A clause whose words move the target by less, in logits, has no sentiment of its own. */
const LEAST_OF_CLAUSE = 0.25;
const HAS_WIDE = /[^\u0000-\u00ff]/;

/** Turns rows of results into pieces of columns. What it remembers between pieces are the lists of strings. */
export class PieceBuilder {
  private first = 0;
  private readonly labels: string[] = [];
  private readonly tones: number[] = [];
  private readonly numbers = growingUint32();
  private readonly lines = growingUint32();
  private readonly predictions = growingUint8();
  private readonly confidences = growingUint16();
  private readonly seconds = growingUint16();
  private readonly secondLabels = growingUint8();
  private readonly days = growingInt32();
  private readonly daysDayFirst = growingInt32();
  private hasBothReadings = false;
  private dayFirst = 0;
  private monthFirst = 0;
  private unreadable?: { row: number; written: string };
  private readonly given = new StringCoder();
  private readonly givenCodes = growingUint32();
  private readonly meaning: Record<string, string> = {};
  private readonly reasons = growingUint8();
  private readonly columns = new CodedColumns();
  private narrow: string[] = [];
  private wide: string[] = [];
  private readonly textLengths = growingUint32();
  private readonly words = new StringCoder(1_000_000);
  private readonly tokenCounts = growingUint32();
  private readonly tokens = growingUint32();
  private readonly phraseCounts = growingUint16();
  private readonly phraseStarts = growingUint32();
  private readonly phraseLengths = growingUint16();
  private readonly phraseMarks = growingUint8();
  private readonly phrasePoints = growingInt16();
  private readonly phraseKeys = new StringCoder(1_000_000);
  private readonly phraseHeads = new StringCoder(0);
  private readonly phraseCodes = growingUint32();

  constructor(private readonly partOfSpeech?: PartOfSpeech) {}

  /** Rows since the last piece. */
  get waiting(): number {
    return this.numbers.length;
  }

  add(row: ResultRow): void {
    this.numbers.push(row.row);
    this.lines.push(row.line ?? 0);
    this.addDate(row);
    this.columns.add(row, this.waiting - 1);
    this.givenCodes.push(row.given === undefined ? NO_VALUE : this.given.code(row.given));
    if (row.given !== undefined && row.givenLabel !== undefined) this.meaning[row.given] ??= row.givenLabel;
    if (isAnswer(row)) this.addAnswer(row);
    else this.addDamaged(row.error);
  }

  /** The rows since the last piece, column-wise. */
  take(): RowsPiece {
    const rows = this.waiting;
    const [narrow, wide] = [this.narrow.join(''), this.wide.join('')];
    const daysDayFirst = this.daysDayFirst.take();
    const piece: RowsPiece = {
      first: this.first,
      rows,
      labels: [...this.labels],
      tones: [...this.tones],
      numbers: this.numbers.take(),
      lines: this.lines.take(),
      predictions: this.predictions.take(),
      confidences: this.confidences.take(),
      seconds: this.seconds.take(),
      secondLabels: this.secondLabels.take(),
      days: this.days.take(),
      ...(this.hasBothReadings && { daysDayFirst }),
      dateEvidence: { dayFirst: this.dayFirst, monthFirst: this.monthFirst },
      ...(this.unreadable && { unreadable: this.unreadable }),
      given: this.given.take(),
      givenCodes: this.givenCodes.take(),
      meaning: { ...this.meaning },
      roles: this.columns.roles(),
      reasons: this.reasons.take(),
      columns: this.columns.take(rows),
      narrow,
      wide,
      textLengths: this.textLengths.take(),
      words: this.words.take(),
      tokenCounts: this.tokenCounts.take(),
      tokens: this.tokens.take(),
      phraseCounts: this.phraseCounts.take(),
      phraseStarts: this.phraseStarts.take(),
      phraseLengths: this.phraseLengths.take(),
      phraseMarks: this.phraseMarks.take(),
      phrasePoints: this.phrasePoints.take(),
      phraseKeys: this.phraseKeys.take(),
      phraseHeads: this.phraseHeads.take(),
      phraseCodes: this.phraseCodes.take(),
    };
    [this.narrow, this.wide, this.hasBothReadings] = [[], [], false];
    this.first += rows;
    return piece;
  }

  private addDate({ date, row }: ResultPlace): void {
    const read = date === undefined ? undefined : readDay(date);
    const day = date === undefined || date.trim() === '' ? NO_DAY : (read?.day ?? UNREADABLE_DAY);
    this.days.push(day);
    this.daysDayFirst.push(read?.dayFirst ?? day);
    if (read?.dayFirst !== undefined) this.hasBothReadings = true;
    if (read?.shows === 'dayFirst') this.dayFirst++;
    if (read?.shows === 'monthFirst') this.monthFirst++;
    if (day === UNREADABLE_DAY) this.unreadable ??= { row, written: date!.slice(0, 100) };
  }

  private addDamaged(error: string): void {
    this.predictions.push(NO_LABEL);
    this.confidences.push(0);
    this.seconds.push(0);
    this.secondLabels.push(NO_LABEL);
    this.reasons.push(0);
    this.addText(error);
    this.tokenCounts.push(0);
    this.phraseCounts.push(0);
  }

  private addAnswer(answer: ResultPlace & ResultAnswer): void {
    const { probabilities, label, text } = answer;
    let second: [string, number] | undefined;
    for (const [name, probability] of Object.entries(probabilities)) {
      this.label(name, answer);
      if (name !== label && (second === undefined || probability > second[1])) second = [name, probability];
    }
    const probability = probabilities[label];
    this.predictions.push(this.label(label, answer));
    this.confidences.push(Math.round(probability * 10_000));
    this.seconds.push(Math.round((second?.[1] ?? 0) * 10_000));
    this.secondLabels.push(second ? this.label(second[0], answer) : NO_LABEL);
    this.reasons.push(reasonsOf(answer, second ? probability - second[1] : 1));
    this.addText(text);
    const tokens = hasWords(answer) ? tokensOf(answer.words) : tokensIn(text);
    const highlights = hasWords(answer) ? highlightedPhrases(answer, tokens) : [];
    this.addTokens(answer, tokens, highlights);
    this.addHighlights(highlights);
  }

  private label(name: string, answer: ResultAnswer): number {
    const known = this.labels.indexOf(name);
    if (known >= 0) return known;
    this.labels.push(name);
    this.tones.push({ negative: -1, neutral: 0, positive: 1 }[toneOf(answer, name)]);
    return this.labels.length - 1;
  }

  private addText(text: string): void {
    const isWide = HAS_WIDE.test(text);
    (isWide ? this.wide : this.narrow).push(text);
    this.textLengths.push(isWide ? (text.length | WIDE) >>> 0 : text.length);
  }

  private addTokens(answer: ResultAnswer, tokens: readonly Token[], highlights: readonly HighlightedPhrase[]): void {
    const { text, language } = answer;
    const spans = clauses(text);
    const tones = clauseTones(answer, spans);
    let [clause, highlight, seen] = [0, 0, -1];
    let count = 0;
    for (let at = 0; at < tokens.length; at++) {
      const { word, start } = tokens[at];
      while (clause < spans.length - 1 && spans[clause].end <= start) clause++;
      while (highlight < highlights.length && highlights[highlight].end <= start) highlight++;
      const code = this.words.code(word);
      if (code > MOST_WORDS) continue;
      let token = code | (tones[clause] ?? TOKEN_BITS.neutral);
      if (clause !== seen) token |= TOKEN_BITS.first;
      seen = clause;
      if (highlights[highlight] && highlights[highlight].start <= start) token |= TOKEN_BITS.highlighted;
      const place = placeOf(tokens, at, text, language, this.partOfSpeech);
      if (place.noun) token |= TOKEN_BITS.nounPlace;
      if (place.other) token |= TOKEN_BITS.otherPlace;
      this.tokens.push(token >>> 0);
      count++;
    }
    this.tokenCounts.push(count);
  }

  private addHighlights(highlights: readonly HighlightedPhrase[]): void {
    const kept = highlights.slice(0, 0xffff);
    this.phraseCounts.push(kept.length);
    for (const { start, end, mark, points, key, head } of kept) {
      const before = this.phraseKeys.size;
      const code = this.phraseKeys.code(key);
      if (code === before) this.phraseHeads.code(head);
      this.phraseCodes.push(code);
      this.phraseStarts.push(start);
      this.phraseLengths.push(Math.min(0xffff, end - start));
      this.phraseMarks.push(mark);
      this.phrasePoints.push(points === undefined ? NO_POINTS : Math.round(points * 100));
    }
  }
}

/** The sentiment of each clause: of a text of one clause its prediction, else what its words push to. */
function clauseTones(
  answer: ResultAnswer,
  spans: readonly { readonly start: number; readonly end: number }[],
): number[] {
  const bits = { negative: TOKEN_BITS.negative, neutral: TOKEN_BITS.neutral, positive: TOKEN_BITS.positive } as const;
  const own = bits[toneOf(answer, answer.label)];
  if (!hasWords(answer) || !answer.signed || spans.length < 2) return spans.map(() => own);
  const target = toneOf(answer, answer.target);
  if (target === 'neutral') return spans.map(() => own);
  const sums = sumsOf(answer, spans);
  const other = target === 'positive' ? bits.negative : bits.positive;
  return sums.map((sum) => (Math.abs(sum) < LEAST_OF_CLAUSE ? bits.neutral : sum > 0 ? bits[target] : other));
}

function sumsOf({ words }: Explanation, spans: readonly { readonly end: number }[]): number[] {
  const sums = spans.map(() => 0);
  let at = 0;
  for (const { start, score } of words) {
    while (at < spans.length - 1 && spans[at].end <= start) at++;
    sums[at] += score;
  }
  return sums;
}
