import { PieceBuilder } from '../../findings/store/piece-builder';
import { RowStore } from '../../findings/store/row-store';
import type { PartOfSpeech } from '../../findings/store/tokens';
import { SaliencyError } from '../../shared/saliency-error';
import type { AnnotatedRecord } from '../annotate';
import { outputRow, type AnnotatedRow } from '../row';
import type { RowWriter } from '../writers/row-writer';

const PIECE = 4_096;

/** Holds rows for what is made of all of them together: a report, a workbook. Writes nothing itself. */
export class RowCollector implements RowWriter {
  readonly store = new RowStore();
  private readonly builder: PieceBuilder;

  constructor(partOfSpeech?: PartOfSpeech) {
    this.builder = new PieceBuilder(partOfSpeech);
  }

  add(row: AnnotatedRow): void {
    this.builder.add(row);
    if (this.builder.waiting === PIECE) this.store.append(this.builder.take());
  }

  head(): string {
    return '';
  }

  row(annotated: AnnotatedRecord): string {
    this.add(outputRow(annotated));
    return '';
  }

  tail(): string {
    this.store.append(this.builder.take());
    return '';
  }

  state(): unknown {
    return null;
  }

  /** @throws SaliencyError `usage` */
  restore(): void {
    throw new SaliencyError('A report is not resumed: write NDJSON, then make the report of it.', 'usage');
  }
}
