import type { ComparedSentiments, Estimate } from '../../shared/findings/figures';
import { excludesZero } from '../figures/statistics';
import type { Wording } from '../wording/wording';
import { escapedDirection } from './escaped-direction';

export interface ShareRow extends ComparedSentiments {
  readonly name: string;
  /** The language of the name: `zh-Hans`. */
  readonly language?: string;
  /** How many times as frequent as elsewhere, and its rows there. */
  readonly times?: Estimate;
  readonly restRows?: number;
}

const WIDTH = 220;
const SMALL = 30;

type Tone = 'negative' | 'positive';

/**
 * Groups with their shares on either side of a line; the reference is an upright line across the bar.
 *
 * @param tone the sentiment whose share the table shows
 */
export function shareTable(
  rows: readonly ShareRow[],
  wording: Wording,
  tone: Tone,
  change: (label: string) => string,
): string {
  const words = wording.report;
  // A column in which every group is too small to say anything is left out.
  const hasChange = rows.some((row) => row.change !== undefined && row.rows >= SMALL);
  const hasTimes = rows.some((row) => row.times !== undefined);
  const last = (name: string) => `<th class="num">${escapedDirection(name)}`;
  // A head of its own is repeated on each page that the table goes on to.
  const head = `<thead><tr><th>${last(words.textsHead)}${hasTimes ? last(words.often) : ''}${last(words.negative)}<th class="bar"><th>${escapedDirection(words.positive)}${hasChange ? last(change(wording.label(tone))) : ''}</tr></thead>`;
  return `<table>${head}${rows.map((row) => tableRow(row, wording, tone, { hasChange, hasTimes })).join('')}</table>`;
}

function tableRow(
  row: ShareRow,
  wording: Wording,
  tone: Tone,
  { hasChange, hasTimes }: { readonly hasChange: boolean; readonly hasTimes: boolean },
): string {
  const { name, language, rows, negative, positive } = row;
  const lang = language === undefined ? '' : ` lang="${language}"`;
  const its = hasChange ? changeCell(rows, changeOfTone(row, tone), wording) : '';
  const often = hasTimes ? `<td class="num m nw">${escapedDirection(oftenText(row, wording))}` : '';
  const share = (value: number) => Math.round(100 * value);
  return `<tr><td><span class="cell"${lang}>${escapedDirection(name)}</span><td class="num m">${wording.count(rows)}${often}<td class="num">${share(negative.value)}<td class="bar">${bar(row, wording)}<td>${share(positive.value)}${its}</tr>`;
}

/** The change of the share of a label. */
export const changeOfTone = ({ change, changeNegative }: ComparedSentiments, tone: Tone): Estimate | undefined =>
  tone === 'negative' ? changeNegative : change;

/** How many times as frequent as elsewhere: `3.9 ×`; nothing where there is nothing to compare with. */
export function oftenText(
  { times, restRows }: Pick<ShareRow, 'times' | 'restRows'>,
  { report: words }: Wording,
): string {
  if (!times) return '';
  return restRows === 0 ? words.nowhere : words.oftenTimes(timesText(times));
}

/** A ratio as it is written: with one decimal below ten. */
export const timesText = ({ value }: Estimate): string => value.toFixed(value < 10 ? 1 : 0);

/** With its interval, in bold where that leaves out zero; nothing where there are too few rows. */
function changeCell(rows: number, change: Estimate | undefined, wording: Wording): string {
  if (!change || rows < SMALL) return '<td class="num m">–';
  const value = escapedDirection(wording.points(change.value, 0));
  return `<td class="num nw"><span class="${excludesZero(change) ? 'b' : 'm'}">${value}</span> <span class="m">${escapedDirection(wording.pointRange(change, 0))}</span>`;
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
