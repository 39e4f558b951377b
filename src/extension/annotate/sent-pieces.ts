import type { Annotator, OverviewRequest } from '../../annotate/worker/calls';
import type { RowsPiece } from '../../shared/findings/piece';

/** Rows of a piece: some 2 MB, which the page takes in a few milliseconds. */
const ROWS = 4_000;
/** Pieces that are on their way to the page at once: neither side waits, and the host never holds many. */
const AHEAD = 4;

/** Sends a piece to the page, and tells it of the end. */
interface Tell {
  readonly piece: (piece: RowsPiece) => void;
  readonly end: (name: string) => void;
}

/** Sends rows to the page as quickly as it takes them. */
export class SentPieces {
  /** Resolves when all rows of the current transfer were sent, with their number. */
  sent: Promise<number> = Promise.resolve(0);
  private reader: number | undefined;
  private ahead = 0;
  private waker: (() => void) | undefined;
  /** The number of the current transfer: a later one ends it. */
  private turn = 0;

  constructor(
    private readonly annotator: Pick<Annotator, 'openRows' | 'nextRows' | 'closeRows'>,
    private readonly tell: Tell,
  ) {}

  /** All rows of the results, or those of a run as it makes them; one sending at a time. */
  async send(request: OverviewRequest): Promise<void> {
    this.stop();
    const turn = ++this.turn;
    const work = this.sendAll(turn, request);
    this.sent = work.catch(() => 0);
    await work;
  }

  /** The page has taken a piece. */
  taken(): void {
    this.ahead = Math.max(0, this.ahead - 1);
    this.waker?.();
  }

  stop(): void {
    this.turn++;
    this.ahead = 0;
    this.waker?.();
    if (this.reader !== undefined) void this.annotator.closeRows(this.reader).catch(() => undefined);
    this.reader = undefined;
  }

  private async sendAll(turn: number, request: OverviewRequest): Promise<number> {
    let rows = 0;
    const reader = await this.annotator.openRows(request);
    if (turn !== this.turn) {
      await this.annotator.closeRows(reader);
      return rows;
    }
    this.reader = reader;
    while (turn === this.turn) {
      const piece = await this.annotator.nextRows(reader, ROWS);
      if (turn !== this.turn) return rows;
      if (!piece) break;
      rows += piece.rows;
      this.ahead++;
      this.tell.piece(piece);
      while (this.ahead >= AHEAD && turn === this.turn) await new Promise<void>((resolve) => (this.waker = resolve));
    }
    if (turn !== this.turn) return rows;
    this.reader = undefined;
    this.tell.end(request.results.name);
    return rows;
  }
}
