import type { TrainingStrings } from '../../shared/strings/training-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed, signed } from '../wording/format';
import { labelName } from '../wording/names';

/** Figures and names as the page prints them. */
export interface Wording {
  readonly count: (value: number) => string;
  /** `71.4 %`; with the given decimals. */
  readonly percent: (share: number, decimals?: number) => string;
  /** `71.4`: the unit is named elsewhere. */
  readonly figure: (share: number) => string;
  /** `+16.9` percentage points. */
  readonly points: (difference: number) => string;
  /** `40 seconds`. */
  readonly time: (seconds: number) => string;
  /** `40 s`. */
  readonly shortTime: (seconds: number) => string;
  readonly label: (label: string) => string;
  readonly Label: (label: string) => string;
  readonly list: (names: readonly string[]) => string;
  /** Sentences one after the other; those that are undefined are left out. */
  readonly sentences: (...sentences: readonly (string | undefined)[]) => string;
}

export function wordingOf(strings: TrainingStrings, language: string): Wording {
  const label = (name: string) => labelName(name, strings);
  return {
    count: (value) => value.toLocaleString(language),
    percent: (share, decimals = 1) => fill(strings.percent, fixed(100 * share, decimals)).replace(' %', '\u00a0%'),
    figure: (share) => fixed(100 * share, 1),
    points: (difference) => signed(100 * difference, 1),
    time: (seconds) =>
      seconds < 1.5 ? strings.secondsOne : timeIn(seconds, [strings.seconds, strings.minutes, strings.hours]),
    shortTime: (seconds) => timeIn(seconds, [strings.secondsShort, strings.minutesShort, strings.hours]),
    label,
    Label: (name) => capitalised(label(name)),
    list: (names) => names.join(strings.comma),
    sentences: (...sentences) =>
      sentences
        .filter((sentence) => sentence !== undefined)
        .join(' ')
        // Chinese has no space after its full stop; an arrow stays with what it starts from.
        .replace(/。 /g, '。')
        .replace(/ → /g, '\u00a0→ '),
  };
}

function timeIn(seconds: number, [inSeconds, inMinutes, inHours]: readonly [string, string, string]): string {
  if (seconds < 90) return fill(inSeconds, Math.max(1, Math.round(seconds)));
  if (seconds < 5_400) return fill(inMinutes, Math.round(seconds / 60));
  return fill(inHours, fixed(seconds / 3_600, 1));
}
