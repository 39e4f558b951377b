import { METHODS, type Method } from '../../shared/methods';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed, signed } from './format';
import { labelName } from './names';

/** An item with a value: points for a signed method, a share for a saliency. */
export interface ValuedItem {
  readonly score: number;
  readonly points?: number;
}

/** How what counts is printed and drawn: percentage points with their sign, shares of a saliency in percent. */
export interface ScoreUnit {
  /** What a table's column and a chart's heading call it. */
  readonly title: string;
  /** The value on a chart's axis. */
  readonly value: (item: ValuedItem) => number;
  /** A value in a row or table whose heading names the unit: `+17`, `0`. */
  readonly figure: (value: number) => string;
  /** A value that stands in a sentence: `+17 points`. */
  readonly spoken: (value: number) => string;
  /** A value on the axis. */
  readonly tick: (value: number, decimals: number) => string;
}

/** Whether a method's scores say how much and not for or against what: it cannot tell one label from another. */
export const isShare = (method: Method): boolean => METHODS[method].unit === 'share';

/** `against`: the label that the target is compared with. */
export function unitOf(method: Method, target: string, strings: PageStrings, against?: string): ScoreUnit {
  if (!isShare(method)) {
    const [to, from] = [labelName(target, strings), labelName(against ?? '', strings)];
    return {
      title: against === undefined ? fill(strings.pointsTo, to) : fill(strings.pointsRather, to, from),
      value: ({ points = 0 }) => points,
      figure: (value) => signed(value, 0),
      spoken: (value) => {
        const figure = signed(value, 0);
        return fill(/^[+−]1$/.test(figure) ? strings.pointsOne : strings.pointsMany, figure).replace(' ', '\u00a0');
      },
      tick: (value, decimals) => (value === 0 ? '0' : signed(value, decimals)),
    };
  }
  return {
    title: strings.methods[method].axis ?? strings.share,
    value: ({ score }) => 100 * score,
    figure: (value) => fixed(value, 1),
    spoken: (value) => fill(strings.percent, fixed(value, 1)).replace(' ', '\u00a0'),
    tick: (value, decimals) => fixed(value, decimals),
  };
}

/** Whether it is written as 0: no bar, no word that counts. */
export const isNothing = (item: ValuedItem, { figure, value }: ScoreUnit): boolean =>
  !/[1-9]/.test(figure(value(item)));

/** The sum of the values of several items, each as `unit.value` gives it. */
export function sumOf(items: readonly ValuedItem[], { value }: ScoreUnit): number {
  return items.reduce((total, item) => total + value(item), 0);
}
