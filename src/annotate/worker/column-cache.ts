import type { RowsPiece } from '../../shared/findings/piece';
import type { RowsReader } from './rows-reader';

/** Stores the pieces of results while they are read for the first time. */
export interface ColumnsWriter {
  add(piece: RowsPiece): Promise<void>;
  /** All pieces were added: from now on they are found, as long as the results do not change. */
  finish(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * A cache of results by columns, so that an overview that is opened again need not read all rows. It is written again
 * where it is missing, damaged or out of date, and everything works without it.
 */
export interface ColumnCache {
  /**
   * A reader of the kept columns of results; undefined if there are none, or they are out of date.
   *
   * @param again reads the results themselves from a row on, for when the kept columns turn out to be damaged
   */
  reader(address: string, anew: (without: number) => RowsReader): Promise<RowsReader | undefined>;
  /**
   * A writer for the columns of results; undefined if they are not worth keeping.
   *
   * @param isRunning a run still writes the results: the columns are for the results as they are at its end
   */
  writer(address: string, isRunning: boolean): Promise<ColumnsWriter | undefined>;
}

/** The same reader, whose pieces are also written to the kept columns. */
export function withColumnCache(reader: RowsReader, writer: ColumnsWriter | undefined): RowsReader {
  if (!writer) return reader;
  return {
    async next(most) {
      const piece = await reader.next(most);
      if (piece) await writer.add(piece);
      else await (reader.isWhole?.() === false ? writer.drop() : writer.finish());
      return piece;
    },
    async close() {
      await writer.drop();
      await reader.close();
    },
  };
}
