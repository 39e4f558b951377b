import { METHODS, type Method } from '../../shared/methods';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed, signed } from './format';
import { labelName } from './names';

/** How a method's scores are printed and drawn: logits with their sign, shares of a saliency in percent. */
export interface ScoreUnit {
  /** What the axis is called. */
  readonly title: string;
  /** Of an axis value, a word's score × this. */
  readonly factor: number;
  /** A score in a row or table whose heading names the unit. */
  readonly figure: (score: number) => string;
  /** A score that stands in a sentence. */
  readonly spoken: (score: number) => string;
  /** A value on the axis. */
  readonly tick: (value: number, decimals: number) => string;
}

/** Whether a method's scores say how much and not for or against what: it cannot tell one label from another. */
export const isShare = (method: Method): boolean => METHODS[method].unit === 'share';

/** `against`: the label that the target is compared with. */
export function unitOf(method: Method, target: string, strings: PageStrings, against?: string): ScoreUnit {
  if (!isShare(method)) {
    return {
      title: fill(
        against === undefined ? strings.axisLogit : strings.axisRather,
        labelName(target, strings),
        labelName(against ?? '', strings),
      ),
      factor: 1,
      figure: (score) => signed(score),
      spoken: (score) => signed(score),
      tick: (value, decimals) => (value === 0 ? '0' : signed(value, decimals)),
    };
  }
  return {
    title: strings.methods[method].axis ?? strings.share,
    factor: 100,
    figure: (score) => fixed(score * 100, 1),
    spoken: (score) => fill(strings.percent, fixed(score * 100, 1)),
    tick: (value, decimals) => fixed(value, decimals),
  };
}
