/** How strongly a phrase ends between two neighbouring words: 0 = never, 1 = a sentence ends here. */
export type Gap = number;

/** What belongs together. */
export const GLUED: Gap = 0;
/** Where nothing is known. */
export const OPEN: Gap = 0.3;
