import type { Measure } from '../../charts/measure';
import type { OverviewRow } from '../state/overview-state';
import { lineAround, type Cut } from './line-around';

/** Characters of a text that a cell holds; the rest is in the reading pane. */
const SHOWN = 240;
/** Pixels of a character on average. */
const CHARACTER = { zh: 13, other: 7 };
/**
 * A highlight is kept if at least so many pixels of it are visible before the ellipsis; texts are measured at 12 px and
 * shown at 13 px.
 */
const LEAST = 28;
const LARGER = 13 / 12;

/** A text as one line of so many pixels shows it: its strongest phrase is in sight, and no highlight has only the ellipsis in it. */
export function lineOf({ text, marks, language }: OverviewRow, room: number, measure: Measure): Cut {
  const inSight = Math.floor(room / (language === 'zh' ? CHARACTER.zh : CHARACTER.other));
  const cut = lineAround({ text, marks }, SHOWN, inSight);
  const begun = cut.marks.filter(({ start }) => measure(cut.text.slice(0, start)) * LARGER < room - LEAST);
  return { text: cut.text, marks: begun };
}
