/** Which words of a longer text are kept: its first ones, its last ones, or a quarter of them and the rest its last. */
export const TRUNCATIONS = ['first', 'last', 'ends'] as const;
export type Truncation = (typeof TRUNCATIONS)[number];

/**
 * How words become tokens of a vocabulary. A model's card names the one its vocabulary was built with, so that a
 * later, better one can join without changing what older models read.
 */
export const STANDARDISATIONS = ['word', 'none', 'bare', 'no-stop-words', 'bare-no-stop-words'] as const;

/** How Keras makes tokens: of models that were imported, not of those that are trained here. */
export const KERAS_STANDARDISATIONS = [
  'tokenizer',
  'tokenizer-cased',
  'text-vectorization',
  'text-vectorization-cased',
  'lower',
] as const;

export type Standardisation = (typeof STANDARDISATIONS)[number] | (typeof KERAS_STANDARDISATIONS)[number];
