import type { Page } from 'playwright-core';
import { PieceBuilder } from '../../src/findings/store/piece-builder';
import type { ResultRow } from '../../src/findings/store/result-row';
import type { RowsPiece } from '../../src/shared/findings/piece';
import type { OverviewHostMessage } from '../../src/shared/protocol/host-to-overview';
import type { OverviewInfo } from '../../src/shared/protocol/overview';
import { madeReviews } from '../findings/made-reviews';
import { madeRows } from '../findings/made-rows';

/** What stands beside the sample's results. */
export const SAMPLE_INFO: OverviewInfo = {
  uri: 'file:///w/reviews-2023-24.saliency.ndjson',
  name: 'reviews-2023-24.saliency.ndjson',
  partial: false,
  sources: true,
  known: true,
  trains: true,
  reviewFile: 'reviews-2023-24.saliency.labels.ndjson',
  record: {
    version: 1,
    saliency: '1.0.0',
    date: '2024-07-08T10:00:00Z',
    seconds: 41,
    sources: ['reviews-2023-24.csv'],
    rows: 2_000,
    errors: 0,
    columns: { text: 'review', label: 'stars', date: 'posted', group: 'product' },
    models: [
      { name: 'en', version: '2.0' },
      { name: 'zh', version: '2.0' },
    ],
  },
};

/** Made reviews with a drop in one product from one month on, as results. */
export const sampleRows = (rows: number): ResultRow[] => madeRows(madeReviews(rows));

/** The messages by which the host shows rows. */
export function messagesFor(
  rows: readonly ResultRow[],
  info: Partial<OverviewInfo> = {},
  most = 5_000,
): OverviewHostMessage[] {
  return [
    { type: 'start', info: { ...SAMPLE_INFO, ...info } },
    { type: 'reviews', reviews: [] },
    ...piecesOf(rows, most).map((piece) => ({ type: 'piece', piece, whole: rows.length }) as const),
    { type: 'end', running: false },
  ];
}

/** The messages by which it shows other results, which a person chose to compare with. */
export function otherMessagesFor(rows: readonly ResultRow[], name: string): OverviewHostMessage[] {
  return [
    { type: 'working' },
    ...piecesOf(rows, 5_000).map((piece) => ({ type: 'otherPiece', piece }) as const),
    { type: 'otherEnd', name },
    { type: 'idle' },
  ];
}

function piecesOf(rows: readonly ResultRow[], most: number): RowsPiece[] {
  const builder = new PieceBuilder();
  const pieces: RowsPiece[] = [];
  rows.forEach((row, at) => {
    builder.add(row);
    if (builder.waiting >= most || at === rows.length - 1) pieces.push(builder.take());
  });
  return pieces;
}

/** Posts messages as the editor does: typed arrays stay what they are. */
export async function postAll(page: Page, messages: readonly OverviewHostMessage[]): Promise<void> {
  const written = JSON.stringify(messages, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? { array: value.constructor.name, values: [...(value as Uint8Array)] } : value,
  );
  await page.evaluate((text) => {
    const read = JSON.parse(text, (_, value: unknown) => {
      const { array, values } = (value ?? {}) as { array?: string; values?: number[] };
      if (array === undefined) return value;
      const Kind = (window as unknown as Record<string, Uint8ArrayConstructor>)[array];
      return new Kind(values!);
    }) as unknown[];
    read.forEach((message) => window.postMessage(message, '*'));
  }, written);
}
