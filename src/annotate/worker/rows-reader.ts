import { PieceBuilder } from '../../findings/store/piece-builder';
import type { RowsPiece } from '../../shared/findings/piece';
import { moving } from '../../shared/rpc/moving';
import type { PartOfSpeech } from '../../findings/store/tokens';
import type { SavedRow } from '../overview/saved-rows';

/** Gives rows by columns, a piece at a time, until there are no more. */
export interface RowsReader {
  /** At most so many rows; undefined: there are no more. */
  next(most: number): Promise<RowsPiece | undefined>;
  close(): Promise<void>;
}

/** Reads saved rows as they are asked for: what is not asked for is not read. */
export function readerOf(rows: AsyncGenerator<SavedRow>, partOfSpeech?: PartOfSpeech): RowsReader {
  const builder = new PieceBuilder(partOfSpeech);
  return {
    async next(most) {
      while (builder.waiting < most) {
        const { done, value } = await rows.next();
        if (done) break;
        builder.add(value);
      }
      return builder.waiting > 0 ? moved(builder.take()) : undefined;
    },
    close: async () => void (await rows.return(undefined)),
  };
}

/** Rows of a run while it goes on: who reads them waits for more until the run is over. */
export class LiveRows implements RowsReader {
  private readonly builder: PieceBuilder;
  private over = false;
  private waker: (() => void) | undefined;

  constructor(partOfSpeech?: PartOfSpeech) {
    this.builder = new PieceBuilder(partOfSpeech);
  }

  add(row: SavedRow): void {
    if (this.over) return;
    this.builder.add(row);
    this.wake();
  }

  /** No more rows will come. */
  end(): void {
    this.over = true;
    this.wake();
  }

  async next(): Promise<RowsPiece | undefined> {
    while (this.builder.waiting === 0 && !this.over) await new Promise<void>((resolve) => (this.waker = resolve));
    return this.builder.waiting > 0 ? moved(this.builder.take()) : undefined;
  }

  close(): Promise<void> {
    this.end();
    return Promise.resolve();
  }

  private wake(): void {
    this.waker?.();
    this.waker = undefined;
  }
}

/** Its columns go to the other side of the line, and are empty here. */
function moved(piece: RowsPiece): RowsPiece {
  const arrays = [...Object.values(piece), ...piece.columns.map(({ codes }) => codes)].filter((each) =>
    ArrayBuffer.isView(each),
  );
  return moving(piece, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
}
