import type { Explainer, ExplainRequest, ModelSummary } from '../engine/explainer';
import type { Explanation } from '../explain/explanation';

/** Makes the real explainer, and with it a worker, when the first request comes; activation costs nothing. */
export class LazyExplainer implements Explainer {
  private made: Promise<Explainer> | undefined;
  private disposed = false;

  constructor(private readonly make: () => Promise<Explainer>) {}

  /** Whether anything was asked for yet. */
  get started(): boolean {
    return this.made !== undefined;
  }

  async explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    return (await this.real()).explain(request, signal);
  }

  async models(): Promise<readonly ModelSummary[]> {
    return (await this.real()).models();
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    const made = await this.made?.catch(() => undefined);
    await made?.dispose();
  }

  private real(): Promise<Explainer> {
    if (this.disposed) throw new Error('Saliency was shut down.');
    // One failure (a file that could not be read) must not last: the next request tries again.
    this.made ??= this.make().catch((error: unknown) => {
      this.made = undefined;
      throw error;
    });
    return this.made;
  }
}
