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
}

/** Reads saved rows as they are asked for: what is not asked for is not read. */
export function rowsReaderOf(rows: AsyncGenerator<SavedRow>, partOfSpeech?: PartOfSpeech): RowsReader {
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

/** Its columns go to the other side of the line, and are empty here. */
export function moved(piece: RowsPiece): RowsPiece {
  const arrays = [...Object.values(piece), ...piece.columns.map(({ codes }) => codes)].filter((each) =>
    ArrayBuffer.isView(each),
  );
  return moving(piece, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
}
