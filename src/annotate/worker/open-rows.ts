import type { RowsPiece } from '../../shared/findings/piece';
import type { PartOfSpeech } from '../../findings/store/tokens';
import { LiveRows, type RowsReader } from './rows-reader';

/** The rows that somebody reads: of files, and of runs that go on. */
export class OpenRows {
  private readonly readers = new Map<number, RowsReader>();
  private readonly running = new Map<string, LiveRows>();
  private count = 0;

  add(reader: RowsReader): number {
    this.readers.set(++this.count, reader);
    return this.count;
  }

  /** Those of a run over these results that goes on, once: a second reader would miss what the first one took. */
  live(address: string): RowsReader | undefined {
    const found = this.running.get(address);
    return found && ![...this.readers.values()].includes(found) ? found : undefined;
  }

  begin(address: string, partOfSpeech?: PartOfSpeech): LiveRows {
    const rows = new LiveRows(partOfSpeech);
    this.running.set(address, rows);
    return rows;
  }

  end(address: string): void {
    this.running.get(address)?.end();
    this.running.delete(address);
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
