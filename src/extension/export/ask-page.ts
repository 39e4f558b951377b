import type { ExportAnswer, ExportOrder, ExportWish } from '../../shared/protocol/export';

/** A page that draws answers within this, however long the text. */
const PATIENCE_MS = 30_000;

type Send = (order: ExportOrder) => void;

interface Waiting {
  readonly order: ExportOrder;
  readonly settle: (answer: ExportAnswer) => void;
}

/** Orders to one page. What is asked before the page is there, or while it loads anew, is sent when it is ready. */
export class PageOrders {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private listens = false;

  constructor(private readonly send: Send) {}

  ask(wish: ExportWish): Promise<ExportAnswer> {
    const request = ++this.last;
    const order = { ...wish, request };
    return new Promise((resolve) => {
      const late = setTimeout(() => this.answered({ type: 'notDrawn', request }), PATIENCE_MS);
      const settle = (answer: ExportAnswer) => {
        clearTimeout(late);
        resolve(answer);
      };
      this.waiting.set(request, { order, settle });
      if (this.listens) this.send(order);
    });
  }

  /** The page listens, maybe again. */
  ready(): void {
    this.listens = true;
    for (const { order } of this.waiting.values()) this.send(order);
  }

  /** It is hidden and hears nothing. */
  away(): void {
    this.listens = false;
  }

  answered(answer: ExportAnswer): void {
    const waiting = this.waiting.get(answer.request);
    this.waiting.delete(answer.request);
    waiting?.settle(answer);
  }

  /** The page is gone: nothing that was asked will be answered. */
  dispose(): void {
    for (const request of [...this.waiting.keys()]) this.answered({ type: 'notDrawn', request });
  }
}
