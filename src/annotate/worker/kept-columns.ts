import type { RowsPiece } from '../../shared/findings/piece';
import type { RowsReader } from './rows-reader';

/** Takes the pieces of results while they are read for the first time. */
export interface ColumnsWriter {
  add(piece: RowsPiece): Promise<void>;
  /** All pieces were added: they are there the next time, if the results are still what they were. */
  finish(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Results by columns, kept so that an overview that is opened again need not read all rows anew. Only ever a copy: it is made
 * anew where it is missing, damaged or out of date, and nothing goes wrong where it cannot be written.
 */
export interface KeptColumns {
  /**
   * What is kept of results; undefined: nothing, or it is out of date.
   *
   * @param anew reads the results themselves, without so many rows at their beginning: what is kept may turn out to be damaged
   */
  reader(address: string, anew: (without: number) => RowsReader): Promise<RowsReader | undefined>;
  /**
   * Undefined: these are not kept.
   *
   * @param isRunning a run is about to write them: they are what they are when it is over
   */
  writer(address: string, isRunning: boolean): Promise<ColumnsWriter | undefined>;
}

/** Hands on the pieces of a reader, and keeps them for the next time. */
export function keepingColumns(reader: RowsReader, writer: ColumnsWriter | undefined): RowsReader {
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
