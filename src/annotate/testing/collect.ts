import type { BatchRequest } from '../../shared/protocol/explainer';
import type { BatchResult } from '../../shared/protocol/batch';
import type { Worker } from '../annotate';
import type { Checkpoint } from '../checkpoint';
import type { RowSink } from '../run';

/** Says of every text what can be told without a model: its length. */
export class CountingWorker implements Worker {
  readonly asked: string[] = [];

  batch({ texts }: BatchRequest): Promise<readonly BatchResult[]> {
    this.asked.push(...texts);
    return Promise.resolve(texts.map(lengthOf));
  }
}

export const lengthOf = (text: string): BatchResult => ({
  ...{ text, language: 'en', model: 'length', label: text.length % 2 ? 'odd' : 'even' },
  ...{ probabilities: { odd: text.length % 2, even: 1 - (text.length % 2) }, milliseconds: 0, warnings: [] },
});

/** Keeps what is written, and every checkpoint with it. */
export class MemorySink implements RowSink {
  text = '';
  readonly checkpoints: { readonly at: number; readonly checkpoint: Checkpoint }[] = [];

  write(text: string, checkpoint?: () => Checkpoint): Promise<void> {
    this.text += text;
    if (checkpoint) this.checkpoints.push({ at: this.text.length, checkpoint: checkpoint() });
    return Promise.resolve();
  }
}
