import { LANGUAGES, isLanguage } from '../../shared/languages';
import { OWN_COLUMNS } from '../store/result-row';
import type { RowStore, StoredHighlight } from '../store/row-store';
import { escapedDirection } from './escaped-direction';

const CLASSES = { positive: 'p', negative: 'n', neutral: 'u' } as const;

/** A text with its highlights as HTML; of a long one the part around its strongest phrase. */
export function markedText(store: RowStore, row: number, most = Infinity): string {
  const text = store.text(row);
  const highlights = store.highlights(row);
  const [from, to] = partOf(text, highlights, most);
  let at = from;
  let html = from > 0 ? '… ' : '';
  for (const { start, end, step, against, tone } of highlights) {
    if (start < at || end > to) continue;
    html += `${escapedDirection(text.slice(at, start))}<span class="w ${CLASSES[tone]} s${step}${against ? ' ag' : ''}">${escapedDirection(text.slice(start, end))}</span>`;
    at = end;
  }
  return html + escapedDirection(text.slice(at, to)) + (to < text.length ? ' …' : '');
}

/** The `lang` of a row's text. */
export function languageTag(store: RowStore, row: number): string {
  const column = store.column(OWN_COLUMNS.language);
  const language = column ? store.value(column, row) : '';
  return isLanguage(language) ? ` lang="${LANGUAGES[language].tag}"` : '';
}

/** Cut at white space where there is some, never within a character or a highlight. */
function partOf(text: string, highlights: readonly StoredHighlight[], most: number): [number, number] {
  if (text.length <= most) return [0, text.length];
  const strongest = highlights.reduce<StoredHighlight | undefined>(
    (best, one) =>
      best &&
      (best.step > one.step || (best.step === one.step && Math.abs(best.points ?? 0) >= Math.abs(one.points ?? 0)))
        ? best
        : one,
    undefined,
  );
  const wanted = Math.max(0, Math.min((strongest?.start ?? 0) - most / 3, text.length - most));
  const from = wanted === 0 ? 0 : boundary(text, wanted);
  return [from, from + most >= text.length ? text.length : boundary(text, from + most)];
}

function boundary(text: string, at: number): number {
  const space = text.slice(Math.floor(at), at + 30).search(/\s/);
  const found = Math.floor(at) + (space < 0 ? 0 : space + 1);
  return /[\uDC00-\uDFFF]/.test(text.charAt(found)) ? found + 1 : found;
}
