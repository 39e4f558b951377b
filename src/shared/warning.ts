import type { Language } from './languages';

/** What a warning is about: a stable identifier for programs, and the figures that belong to it. */
export type Circumstance =
  | { readonly code: 'no-known-words' }
  | { readonly code: 'unknown-words'; readonly percent: number }
  /** In words; `trained`: the longest texts of the training. */
  | { readonly code: 'longer-than-trained'; readonly words: number; readonly trained: number }
  /** The two most probable labels, the likelier one first. */
  | {
      readonly code: 'tie' | 'near-tie';
      readonly labels: readonly [string, string];
      readonly probabilities: readonly [number, number];
    }
  /** The sum of the scores minus the difference that it should equal, and that difference, in logits. */
  | { readonly code: 'not-complete'; readonly delta: number; readonly difference: number }
  /** Part of the relevance that went to biases and the ε-rule instead of words, in percent of the logit. */
  | { readonly code: 'relevance-kept'; readonly percent: number }
  /** The words' relevances cancel out: their absolute values sum to `times` the logit. */
  | { readonly code: 'relevance-unstable'; readonly times: number }
  | { readonly code: 'no-language'; readonly readAs: Language }
  | { readonly code: 'other-language'; readonly found: Language; readonly readAs: Language }
  /** How many words of each language that the text has. */
  | ({ readonly code: 'mixed-languages'; readonly readAs: Language } & Readonly<Partial<Record<Language, number>>>);

/** What a reader should know before believing an explanation. `message` is the whole sentence in English. */
export type Warning = Circumstance & { readonly message: string };
