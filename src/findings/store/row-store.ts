import type { Tone } from '../../shared/tone';
import {
  isDay,
  NO_DAY,
  NO_LABEL,
  NO_POINTS,
  NO_VALUE,
  PHRASE_BITS,
  TOKEN_BITS,
  WIDE,
  type ColumnPiece,
  type RowsPiece,
} from '../../shared/findings/piece';
import { REASONS, type Reason } from '../../shared/overview';
import { growingUint16, growingUint32, growingUint8, growingInt32, type Growing } from './growing';
import { addStrings } from './strings';

const TONES = { '-1': 'negative', '0': 'neutral', '1': 'positive' } as const;

/** A column with its different values. */
export interface StoredColumn {
  readonly name: string;
  readonly values: string[];
  readonly codes: Growing<Uint32Array<ArrayBuffer>>;
}

/** A highlighted phrase of a row; offsets into its text. */
export interface StoredHighlight {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly against: boolean;
  readonly tone: Tone;
  /** Percentage points; absent of methods without direction. */
  readonly points?: number;
  readonly decided: boolean;
  readonly key: string;
}

/**
 * Rows of results, column-wise, in memory: 1,000,000 rows of 150 characters take some 350 MB. A row is named by its index,
 * from 0; `numbers` has its number in the results. Runs in a page or a worker.
 */
export class RowStore {
  /** As coded: in the order in which they came. */
  labels: readonly string[] = [];
  /** The tone of each label: −1, 0 or 1. */
  tones: readonly number[] = [];
  readonly numbers = growingUint32();
  readonly lines = growingUint32();
  readonly predictions = growingUint8();
  readonly confidences = growingUint16();
  readonly seconds = growingUint16();
  readonly secondLabels = growingUint8();
  readonly reasons = growingUint8();
  readonly given: string[] = [];
  readonly givenCodes = growingUint32(NO_VALUE);
  readonly words: string[] = [];
  readonly phraseKeys: string[] = [];
  readonly phraseHeads: string[] = [];
  readonly columns: StoredColumn[] = [];
  unreadable?: { readonly row: number; readonly written: string };
  roles: RowsPiece['roles'] = {};
  private readonly monthFirstDays = growingInt32(NO_DAY);
  private readonly dayFirstDays = growingInt32(NO_DAY);
  private hasBothReadings = false;
  private evidence = { dayFirst: 0, monthFirst: 0 };
  private understood: Readonly<Record<string, string>> = {};
  private chosen?: Readonly<Record<string, string>>;
  private chosenDays?: Int32Array;
  private readonly pieces: RowsPiece[] = [];
  private readonly pieceOf = growingUint32();
  private readonly textStarts = growingUint32();
  private readonly textLengths = growingUint32();
  private readonly tokenStarts = growingUint32();
  private readonly tokenCounts = growingUint32();
  private readonly phraseStarts = growingUint32();
  private readonly phraseCounts = growingUint16();

  get rows(): number {
    return this.numbers.length;
  }

  append(piece: RowsPiece): void {
    if (piece.first !== this.rows) throw new RangeError(`Rows from ${piece.first} do not follow ${this.rows} rows.`);
    const before = this.rows;
    this.labels = piece.labels;
    this.tones = piece.tones;
    for (const name of ['numbers', 'lines', 'givenCodes', 'textLengths', 'tokenCounts'] as const)
      this[name].append(piece[name]);
    for (const name of ['confidences', 'seconds', 'phraseCounts'] as const) this[name].append(piece[name]);
    for (const name of ['predictions', 'secondLabels', 'reasons'] as const) this[name].append(piece[name]);
    this.appendDays(piece);
    this.unreadable ??= piece.unreadable;
    this.roles = piece.roles;
    this.understood = piece.meaning;
    addStrings(this.given, piece.given);
    addStrings(this.words, piece.words);
    addStrings(this.phraseKeys, piece.phraseKeys);
    addStrings(this.phraseHeads, piece.phraseHeads);
    for (const column of piece.columns) this.appendColumn(column, before);
    for (const { codes } of this.columns) codes.extend(this.rows);
    this.appendPlaces(piece);
  }

  /** Labels from bad to good. */
  orderedLabels(): string[] {
    return this.labels
      .map((label, at) => ({ label, tone: this.tones[at], at }))
      .sort((a, b) => a.tone - b.tone || a.at - b.at)
      .map(({ label }) => label);
  }

  toneOf(label: number): Tone {
    return TONES[this.tones[label] as unknown as keyof typeof TONES] ?? 'neutral';
  }

  isDamaged(row: number): boolean {
    return this.predictions.values[row] === NO_LABEL;
  }

  column(name: string): StoredColumn | undefined {
    return this.columns.find((column) => column.name === name);
  }

  value(column: StoredColumn, row: number): string {
    const code = column.codes.values[row];
    return code === NO_VALUE ? '' : column.values[code];
  }

  text(row: number): string {
    const length = this.textLengths.values[row];
    const piece = this.pieces[this.pieceOf.values[row]];
    const start = this.textStarts.values[row];
    return length & WIDE
      ? piece.wide.slice(start, start + (length & ~WIDE))
      : piece.narrow.slice(start, start + length);
  }

  textLength(row: number): number {
    return this.textLengths.values[row] & ~WIDE;
  }

  /** Coded tokens of a row, with their flags. */
  tokens(row: number): Uint32Array {
    const start = this.tokenStarts.values[row];
    return this.pieces[this.pieceOf.values[row]].tokens.subarray(start, start + this.tokenCounts.values[row]);
  }

  /** Whether any word of a row is among these (1 at its code), with one of the flags; 0: whatever its flags. */
  hasToken(row: number, wanted: Uint8Array, flags = 0): boolean {
    const { tokens } = this.pieces[this.pieceOf.values[row]];
    const start = this.tokenStarts.values[row];
    const end = start + this.tokenCounts.values[row];
    for (let at = start; at < end; at++) {
      const token = tokens[at];
      if (wanted[token & TOKEN_BITS.word] === 1 && (flags === 0 || token & flags)) return true;
    }
    return false;
  }

  tokenCount(row: number): number {
    return this.tokenCounts.values[row];
  }

  /** Tells each phrase of a row: its key's code and its mark. */
  eachPhrase(row: number, tell: (code: number, mark: number) => void): void {
    const start = this.phraseStarts.values[row];
    const { phraseCodes, phraseMarks } = this.pieces[this.pieceOf.values[row]];
    for (let at = start; at < start + this.phraseCounts.values[row]; at++) tell(phraseCodes[at], phraseMarks[at]);
  }

  highlights(row: number): StoredHighlight[] {
    const from = this.phraseStarts.values[row];
    const piece = this.pieces[this.pieceOf.values[row]];
    return Array.from({ length: this.phraseCounts.values[row] }, (_, i) => {
      const [start, mark] = [piece.phraseStarts[from + i], piece.phraseMarks[from + i]];
      return {
        start,
        end: start + piece.phraseLengths[from + i],
        step: mark & PHRASE_BITS.step,
        against: (mark & PHRASE_BITS.against) !== 0,
        tone: mark & PHRASE_BITS.positive ? 'positive' : mark & PHRASE_BITS.negative ? 'negative' : 'neutral',
        ...(piece.phrasePoints[from + i] !== NO_POINTS && { points: piece.phrasePoints[from + i] / 100 }),
        decided: (mark & PHRASE_BITS.decided) !== 0,
        key: this.phraseKeys[piece.phraseCodes[from + i]],
      };
    });
  }

  /** 3/4/2024 is 3 April: as far as the file shows, else as in most countries. */
  get dayFirst(): boolean {
    return this.evidence.dayFirst >= this.evidence.monthFirst;
  }

  /** Whether any date can be read both ways, and whether the file shows which is meant. */
  get dateOrder(): { readonly dayFirst: boolean; readonly sure: boolean } | undefined {
    if (!this.hasBothReadings) return undefined;
    const { dayFirst, monthFirst } = this.evidence;
    return { dayFirst: this.dayFirst, sure: dayFirst !== monthFirst && (dayFirst === 0 || monthFirst === 0) };
  }

  /** Days of a column that a person chose, one a row; undefined: those that came with the rows. */
  setDays(days: Int32Array | undefined): void {
    this.chosenDays = days;
  }

  /** Days since 1970-01-01; `NO_DAY`, `UNREADABLE_DAY`. */
  get days(): Int32Array {
    if (this.chosenDays) return this.chosenDays;
    return (this.dayFirst ? this.dayFirstDays : this.monthFirstDays).values;
  }

  day(row: number): number | undefined {
    const day = this.days[row];
    return isDay(day) ? day : undefined;
  }

  /** What the file's labels mean: as written → label; what a person chose, else what the run understood. */
  get meaning(): Readonly<Record<string, string>> {
    return this.chosen ?? this.understood;
  }

  setMeaning(meaning: Readonly<Record<string, string>> | undefined): void {
    this.chosen = meaning;
  }

  /** Place in `labels` of what each of `given` means; −1: none of them. */
  givenMeanings(): Int16Array {
    const { meaning } = this;
    return Int16Array.from(this.given, (written) =>
      Object.hasOwn(meaning, written) ? this.labels.indexOf(meaning[written]) : -1,
    );
  }

  reasonsOf(row: number): Reason[] {
    return REASONS.filter((_, bit) => this.reasons.values[row] & (1 << bit));
  }

  private appendDays({ days, daysDayFirst, dateEvidence }: RowsPiece): void {
    this.monthFirstDays.append(days);
    this.dayFirstDays.append(daysDayFirst ?? days);
    if (daysDayFirst) this.hasBothReadings = true;
    this.evidence = dateEvidence;
  }

  private appendColumn({ name, values, codes }: ColumnPiece, before: number): void {
    let column = this.column(name);
    if (!column) {
      column = { name, values: [], codes: growingUint32(NO_VALUE) };
      this.columns.push(column);
    }
    column.codes.extend(before);
    addStrings(column.values, values);
    column.codes.append(codes);
  }

  private appendPlaces(piece: RowsPiece): void {
    let [narrow, wide, token, phrase] = [0, 0, 0, 0];
    const at = this.pieces.length;
    for (let row = 0; row < piece.rows; row++) {
      const length = piece.textLengths[row];
      this.pieceOf.push(at);
      this.textStarts.push(length & WIDE ? wide : narrow);
      if (length & WIDE) wide += length & ~WIDE;
      else narrow += length;
      this.tokenStarts.push(token);
      token += piece.tokenCounts[row];
      this.phraseStarts.push(phrase);
      phrase += piece.phraseCounts[row];
    }
    this.pieces.push(piece);
  }
}
