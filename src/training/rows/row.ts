/** One labelled text; `fields` are all the columns of its row. */
export interface Row {
  readonly text: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
