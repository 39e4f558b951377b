import type { AnnotatedRecord } from '../annotate';

/** Writes rows as text, one after the other. Its `state` between rows is JSON. */
export interface RowWriter {
  /** The text before the first row, given that row. */
  head(first: AnnotatedRecord | undefined): string;
  row(annotated: AnnotatedRecord): string;
  tail(): string;
  state(): unknown;
  /** Continues from the state of another writer. */
  restore(state: unknown): void;
}

/** What a writer needs to know before the first row. */
export interface WriterOptions {
  /** Labels of all models that may answer, from bad to good. */
  readonly labels: readonly string[];
  /** Whether rows have words. */
  readonly explained: boolean;
  /** What the report is called. */
  readonly title: string;
  /** Tables begin with a column that names the file of the row. */
  readonly files?: boolean;
}
