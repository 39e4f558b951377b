import { PieceBuilder } from '../../findings/store/piece-builder';
import type { RowsPiece } from '../../shared/findings/piece';
import { moving } from '../../shared/rpc/moving';
import type { PartOfSpeech } from '../../findings/store/tokens';
import type { SavedRow } from '../saved-rows';

/** Gives rows by columns, a piece at a time, until there are no more. */
export interface RowsReader {
  /** At most `most` rows; undefined: there are no more. */
  next(most: number): Promise<RowsPiece | undefined>;
  close(): Promise<void>;
  /** False: the run that it followed was stopped before its end. Left out: the reader always reads all rows. */
  isWhole?(): boolean;
}

/** Rows that are skipped are read this many at a time. */
const LEFT_OUT = 4_096;

/** Reads saved rows by columns, only as many as are asked for. @param without the number of rows to skip at the beginning */
export function rowsReaderOf(
  rows: AsyncGenerator<SavedRow>,
  partOfSpeech: PartOfSpeech | undefined,
  without = 0,
): RowsReader {
  const builder = new PieceBuilder(partOfSpeech);
  let left = without;
  return {
    async next(most) {
      for (; left > 0; left--) {
        const { done, value } = await rows.next();
        if (done) return undefined;
        builder.add(value);
        // Skipped rows are coded as well, because the codes of strings continue from them.
        if (left === 1 || builder.waiting === LEFT_OUT) builder.take();
      }
      while (builder.waiting < most) {
        const { done, value } = await rows.next();
        if (done) break;
        builder.add(value);
      }
      return builder.waiting > 0 ? transferredPiece(builder.take()) : undefined;
    },
    close: async () => void (await rows.return(undefined)),
  };
}

/** A piece whose arrays are moved to the caller in the other thread, not copied; they are empty here afterwards. */
export function transferredPiece(piece: RowsPiece): RowsPiece {
  const arrays = [...Object.values(piece), ...piece.columns.map(({ codes }) => codes)].filter((each) =>
    ArrayBuffer.isView(each),
  );
  return moving(piece, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
}
