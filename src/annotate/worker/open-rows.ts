import type { RowsPiece } from '../../shared/findings/piece';
import type { PartOfSpeech } from '../../findings/store/tokens';
import { LiveRows, type WrittenRows } from './live-rows';
import type { RowsReader } from './rows-reader';

/** The readers that are open: of files, and of runs that still write. */
export class OpenRows {
  private readonly readers = new Map<number, RowsReader>();
  private readonly running = new Map<string, LiveRows>();
  private count = 0;

  add(reader: RowsReader): number {
    this.readers.set(++this.count, reader);
    return this.count;
  }

  /** The rows of a run that is still writing these results. @param written rows already in its file, for readers that come late */
  live(address: string, written: WrittenRows): RowsReader | undefined {
    return this.running.get(address)?.reader(written);
  }

  begin(address: string, partOfSpeech?: PartOfSpeech): LiveRows {
    const rows = new LiveRows(partOfSpeech);
    this.running.set(address, rows);
    return rows;
  }

  /** Ends only this run: another one over the same results may have begun by now. */
  end(address: string, rows: LiveRows, isWhole: boolean): void {
    rows.end(isWhole);
    if (this.running.get(address) === rows) this.running.delete(address);
  }

  async next(reader: number, most: number): Promise<RowsPiece | undefined> {
    const piece = await this.readers.get(reader)?.next(most);
    if (!piece) this.readers.delete(reader);
    return piece;
  }

  async close(reader: number): Promise<void> {
    const open = this.readers.get(reader);
    this.readers.delete(reader);
    await open?.close();
  }
}
