import type { AnnotatedRecord } from './annotate';

/** The models and methods that answered the texts of a run, by name. */
export interface RunSummary {
  readonly models: readonly string[];
  readonly methods: readonly string[];
}

/** Collects models and methods while rows are answered. */
export class SummaryCollector {
  private readonly models = new Set<string>();
  private readonly methods = new Set<string>();

  add({ answer }: AnnotatedRecord): void {
    if ('model' in answer) this.models.add(answer.model);
    if ('method' in answer) this.methods.add(answer.method);
  }

  summary(): RunSummary {
    return { models: [...this.models].sort(), methods: [...this.methods].sort() };
  }
}
