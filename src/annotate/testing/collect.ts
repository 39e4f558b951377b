import type { Answer, BatchRequest } from '../../engine/batch';
import type { Worker } from '../annotate';
import type { Checkpoint } from '../checkpoint';
import { formatOfName } from '../format';
import type { SourceRecord } from '../record';
import type { RowSink } from '../run';
import { allRecords, type Source } from '../source';

/** A source in memory, in pieces of so many bytes. */
export function memorySource(name: string, content: string | Uint8Array, piece = 65_536): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    name,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.slice(at, at + piece));
    },
  };
}

/** All records of a source, by the format of its name. */
export async function recordsIn(name: string, content: string | Uint8Array, piece?: number): Promise<SourceRecord[]> {
  const found: SourceRecord[] = [];
  const reading = { format: formatOfName(name), fields: {}, unit: 'line' } as const;
  for await (const records of allRecords([memorySource(name, content, piece)], reading)) found.push(...records);
  return found;
}

/** Says of every text what can be told without a model: its length. */
export class CountingWorker implements Worker {
  readonly asked: string[] = [];

  batch({ texts }: BatchRequest): Promise<readonly Answer[]> {
    this.asked.push(...texts);
    return Promise.resolve(texts.map(lengthOf));
  }
}

export const lengthOf = (text: string): Answer => ({
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
