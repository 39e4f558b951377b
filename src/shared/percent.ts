/** A share for a reader of the command line, where figures are English: `93.42 %`. */
export const percent = (share: number, decimals = 2): string => `${(100 * share).toFixed(decimals)} %`;
