import type { ComparedSentiments, Estimate } from '../../shared/findings/figures';
import { isCertain } from '../figures/statistics';
import type { Wording } from '../wording/wording';
import { escapedDirection } from './escaped-direction';

export interface ShareRow extends ComparedSentiments {
  readonly name: string;
  /** The language of the name: `zh-Hans`. */
  readonly language?: string;
}

const WIDTH = 280;
const SMALL = 30;

/** Groups with their shares on either side of a line; the reference is an upright line across the bar. */
export function shareTable(rows: readonly ShareRow[], wording: Wording, change: string): string {
  const words = wording.report;
  // A column in which every group is too small to say anything is left out.
  const hasChange = rows.some((row) => row.change !== undefined && row.rows >= SMALL);
  // A head of its own is repeated on each page that the table goes on to.
  const head = `<thead><tr><th><th class="num">${escapedDirection(words.textsHead)}<th class="num">${escapedDirection(words.negative)}<th class="bar"><th>${escapedDirection(words.positive)}${hasChange ? `<th class="num">${escapedDirection(change)}` : ''}</tr></thead>`;
  return `<table>${head}${rows.map((row) => tableRow(row, wording, hasChange)).join('')}</table>`;
}

function tableRow(row: ShareRow, wording: Wording, hasChange: boolean): string {
  const { name, language, rows, negative, positive, change } = row;
  const lang = language === undefined ? '' : ` lang="${language}"`;
  const its = hasChange ? changeCell(rows, change, wording) : '';
  const share = (value: number) => Math.round(100 * value);
  return `<tr><td><span class="cell"${lang}>${escapedDirection(name)}</span><td class="num m">${wording.count(rows)}<td class="num">${share(negative.value)}<td class="bar">${bar(row, wording)}<td>${share(positive.value)}${its}</tr>`;
}

/** In bold where the interval leaves out zero; nothing where there are too few rows. */
function changeCell(rows: number, change: Estimate | undefined, wording: Wording): string {
  if (!change || rows < SMALL) return '<td class="num m">–';
  const title = `${wording.report.interval}: ${wording.pointRange(change)}`;
  return `<td class="num ${isCertain(change) ? 'b' : 'm'}" title="${escapedDirection(title)}">${wording.points(change.value, 0)}`;
}

function bar({ negative, positive, reference }: ShareRow, wording: Wording): string {
  const middle = WIDTH / 2;
  const length = (share: number) => Math.round(share * middle * 10) / 10;
  const label = `${wording.label('negative')} ${wording.percent(negative.value)}, ${wording.label('positive')} ${wording.percent(positive.value)}`;
  const marks = reference
    ? `<path class="ref" d="M${middle - length(reference.negative.value)} 2V18M${middle + length(reference.positive.value)} 2V18"/>`
    : '';
  return `<svg viewBox="0 0 ${WIDTH} 20" width="${WIDTH}" height="20" role="img" aria-label="${escapedDirection(label)}"><rect class="neg" x="${middle - length(negative.value)}" y="6" width="${length(negative.value)}" height="8"/><rect class="pos" x="${middle}" y="6" width="${length(positive.value)}" height="8"/><path class="axis" d="M${middle} 0V20"/>${marks}</svg>`;
}
