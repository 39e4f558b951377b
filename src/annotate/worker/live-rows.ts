import { PieceBuilder } from '../../findings/store/piece-builder';
import type { PartOfSpeech } from '../../findings/store/tokens';
import type { RowsPiece } from '../../shared/findings/piece';
import { SaliencyError } from '../../shared/saliency-error';
import type { SavedRow } from '../saved-rows';
import { transferredPiece, type RowsReader } from './rows-reader';

/** Reads the rows that a run has written so far; when the run is over, all rows. */
export type WrittenRows = (isOver: boolean) => AsyncGenerator<SavedRow>;

/** Milliseconds until a file in which rows are still missing is read again: a run writes at least every few seconds. */
const AGAIN = 1_000;

/** The rows of a run that is still writing, for all its readers: a late or second reader also gets every row. */
export class LiveRows {
  private readonly readers = new Set<LiveReader>();
  /** Collects rows from the beginning, for the first reader. */
  private first: LiveReader | undefined;
  private last = 0;

  constructor(private readonly partOfSpeech?: PartOfSpeech) {
    this.first = this.begin(0, nothing);
  }

  add(row: SavedRow): void {
    this.last = row.row;
    for (const reader of this.readers) reader.add(row);
  }

  /** No more rows will come. @param isWhole whether the run has come to its end */
  end(isWhole: boolean): void {
    for (const reader of this.readers) reader.end(isWhole);
  }

  reader(written: WrittenRows): RowsReader {
    const reader = this.first ?? this.begin(this.last, written);
    this.first = undefined;
    return reader;
  }

  private begin(missed: number, written: WrittenRows): LiveReader {
    const builder = new PieceBuilder(this.partOfSpeech);
    const reader = new LiveReader(builder, missed, written, () => this.readers.delete(reader));
    this.readers.add(reader);
    return reader;
  }
}

async function* nothing(): AsyncGenerator<SavedRow> {
  // A reader that was there from the beginning has missed no rows.
}

/** A reader of the rows of a run: first those that it missed, from the file, then each as it comes. */
class LiveReader implements RowsReader {
  private isOver = false;
  private isClosed = false;
  private wasWhole = false;
  private waker: (() => void) | undefined;
  /** Number of the last row that was read from the file. */
  private read = 0;
  private file: AsyncGenerator<SavedRow> | undefined;
  /** The run was over when the file was opened: there is no more in it than is read now. */
  private isLastLook = false;
  /** Rows that came while the file is read. */
  private later: SavedRow[] = [];

  constructor(
    private readonly builder: PieceBuilder,
    /** Rows up to this number came before this reader. */
    private missed: number,
    private readonly written: WrittenRows,
    private readonly closed: () => void,
  ) {}

  add(row: SavedRow): void {
    if (this.isOver) return;
    if (this.missed > 0) this.later.push(row);
    else this.builder.add(row);
    this.wake();
  }

  end(isWhole = false): void {
    this.isOver = true;
    this.wasWhole = isWhole;
    this.wake();
  }

  isWhole(): boolean {
    return this.wasWhole;
  }

  async next(most: number): Promise<RowsPiece | undefined> {
    while (this.missed > 0 && !this.isClosed && this.builder.waiting < most) await this.catchUp();
    while (this.builder.waiting === 0 && !this.isOver) await this.woken();
    return this.builder.waiting > 0 && !this.isClosed ? transferredPiece(this.builder.take()) : undefined;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.closed();
    this.end();
    await this.file?.return(undefined);
  }

  /** One more row of the file; at its end those that came meanwhile, or another look at it a little later. */
  private async catchUp(): Promise<void> {
    if (!this.file) {
      this.isLastLook = this.isOver;
      this.file = this.written(this.isOver);
    }
    const row = await nextIn(this.file);
    if (row) {
      if (row.row <= this.read) return;
      this.read = row.row;
      return this.builder.add(row);
    }
    this.file = undefined;
    if (this.read >= this.missed || this.isLastLook) {
      this.missed = 0;
      for (const each of this.later) if (each.row > this.read) this.builder.add(each);
      this.later = [];
    } else if (!this.isOver) await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => (this.waker = resolve));
  }

  private wake(): void {
    this.waker?.();
    this.waker = undefined;
  }
}

/** Undefined at the end, also of a file that is not there yet. */
async function nextIn(file: AsyncGenerator<SavedRow>): Promise<SavedRow | undefined> {
  try {
    const { done, value } = await file.next();
    return done ? undefined : value;
  } catch (error) {
    if (error instanceof SaliencyError && error.code === 'no-such-file') return undefined;
    throw error;
  }
}
