/** How a run was made: stored beside the results, so that a colleague's overview can read the files again. Plain JSON. */
export interface RunRecord {
  readonly version: 1;
  /** The version of Saliency. */
  readonly saliency: string;
  /** ISO 8601. */
  readonly date: string;
  readonly seconds?: number;
  /** Names of the files that were read, relative to the results. */
  readonly sources: readonly string[];
  readonly rows: number;
  readonly errors: number;
  /** Columns that hold the text, label, date, group and id. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What the file's labels mean: as written → label. */
  readonly meaning?: Readonly<Record<string, string>>;
  readonly models: readonly { readonly name: string; readonly version?: string; readonly accuracy?: string }[];
  readonly method?: string;
  /** The options of reading and of the explanations, in the form in which the caller keeps them. */
  readonly options?: unknown;
}
