/** A share for a reader: `93.4 %`. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
