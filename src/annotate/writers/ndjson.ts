import type { AnnotatedRecord } from '../annotate';
import { outputRow } from '../row';
import type { RowWriter } from './row-writer';

/** One JSON object a line, whole: see the JSON Schema of the rows. */
export class NdjsonWriter implements RowWriter {
  head(): string {
    return '';
  }

  row(annotated: AnnotatedRecord): string {
    return `${JSON.stringify(outputRow(annotated))}\n`;
  }

  tail(): string {
    return '';
  }

  state(): unknown {
    return null;
  }

  restore(): void {
    // A row does not depend on the others: there is no state.
  }
}
