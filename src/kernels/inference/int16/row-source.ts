/** Provides a layer with the input products of its words, a part of the text at a time. */
export interface RowSource {
  /** The largest number of words in one request. */
  readonly most: number;
  /**
   * Computes the products of words `from` … `to` − 1 for one direction.
   * @returns the address of a list of their addresses, and the offset in bytes of the direction's part
   */
  prepare(from: number, to: number, direction: number): { readonly rowsAt: number; readonly offset: number };
}
