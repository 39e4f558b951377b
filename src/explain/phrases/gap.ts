/** How strongly a phrase ends between two neighbouring words: 0 = never, 1 = a sentence ends here. */
export type Gap = number;

/** Within words that belong together. */
export const NO_GAP: Gap = 0;
/** Where no rule of grammar applies. */
export const DEFAULT_GAP: Gap = 0.3;
