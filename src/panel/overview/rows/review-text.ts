import type { OverviewRow } from '../state/overview-state';
import type { OverviewPageState } from '../context';

/** The review of a row, or why it should be looked at. */
export function reviewText(
  row: OverviewRow,
  { strings, say, overview }: OverviewPageState,
): { readonly text: string; readonly strong: boolean } {
  const { rows: words } = strings;
  const label = overview.reviews.get(row.number)?.label;
  if (label !== undefined) return { text: `✓ ${say.label(label)}`, strong: label !== row.label };
  if (row.reasons.includes('wrong')) return { text: `! ${words.differs}`, strong: true };
  return { text: row.reasons.includes('tie') ? words.tie : '', strong: false };
}
