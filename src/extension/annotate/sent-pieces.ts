import type { Annotator, OverviewRequest } from '../../annotate/worker/calls';
import type { RowsPiece } from '../../shared/findings/piece';
import type { OverviewHostMessage } from '../../shared/protocol/overview';

/** Rows of a piece: some 2 MB, which the page takes in a few milliseconds. */
const ROWS = 4_000;
/** Pieces that are on their way to the page at once: neither side waits, and the host never holds many. */
const AHEAD = 4;

/** What is said of a piece, and of the end. */
export interface PieceWords {
  readonly piece: (piece: RowsPiece) => OverviewHostMessage;
  readonly end: (name: string) => OverviewHostMessage;
}

const PAGE_ROWS: PieceWords = {
  piece: (piece) => ({ type: 'piece', piece }),
  end: () => ({ type: 'end', running: false }),
};

/** Of results that those of the page are compared with. */
export const OTHER_ROWS: PieceWords = {
  piece: (piece) => ({ type: 'otherPiece', piece }),
  end: (name) => ({ type: 'otherEnd', name }),
};

/** Sends rows to the page as quickly as it takes them. */
export class SentPieces {
  /** Resolves when all rows of the sending at hand were sent. */
  sent: Promise<void> = Promise.resolve();
  private reader: number | undefined;
  private ahead = 0;
  private waker: (() => void) | undefined;
  /** Of the sending at hand: a later one ends it. */
  private turn = 0;

  constructor(
    private readonly annotator: Pick<Annotator, 'openRows' | 'nextRows' | 'closeRows'>,
    private readonly post: (message: OverviewHostMessage) => void,
    private readonly words: PieceWords = PAGE_ROWS,
  ) {}

  /** All rows of the results, or those of a run as it makes them; one sending at a time. */
  async send(request: OverviewRequest): Promise<void> {
    this.stop();
    const turn = ++this.turn;
    const work = this.sendAll(turn, request);
    this.sent = work.catch(() => undefined);
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

  private async sendAll(turn: number, request: OverviewRequest): Promise<void> {
    const reader = await this.annotator.openRows(request);
    if (turn !== this.turn) return this.annotator.closeRows(reader);
    this.reader = reader;
    while (turn === this.turn) {
      const piece = await this.annotator.nextRows(reader, ROWS);
      if (turn !== this.turn) return;
      if (!piece) break;
      this.ahead++;
      this.post(this.words.piece(piece));
      while (this.ahead >= AHEAD && turn === this.turn) await new Promise<void>((resolve) => (this.waker = resolve));
    }
    if (turn !== this.turn) return;
    this.reader = undefined;
    this.post(this.words.end(request.results.name));
  }
}
