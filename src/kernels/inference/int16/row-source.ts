/** Gives a layer the input products of its words, a stretch of the text at a time. */
export interface RowSource {
  /** How many words at most are asked for at once. */
  readonly most: number;
  /**
   * Makes the products of words `from` … `to` − 1 for one direction ready.
   * @returns the address of their addresses, and the bytes from those to the direction's part
   */
  prepare(from: number, to: number, direction: number): { readonly rowsAt: number; readonly offset: number };
}
