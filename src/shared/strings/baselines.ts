import type { Baseline } from '../methods';

/** What a method measures its scores against, as people read it; `none` is not mentioned. */
export const BASELINE_WORDING: Readonly<Record<Exclude<Baseline, 'none'>, string>> = {
  'empty state': 'empty state',
  'zero embedding': 'zero embedding',
  'empty text': 'empty text',
  'text without the word': 'text without the word',
};
