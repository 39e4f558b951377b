/**
 * Runs with an explainer that keeps its models loaded. Where models were trained or imported since, the explainer is restarted
 * before the next run begins; a run ends with the models that it began with, and so do runs that begin while it goes on.
 */
export class RunsWithModels {
  private running = 0;
  private areOld = false;

  constructor(private readonly explainer: { restart(): Promise<void> }) {}

  async modelsChanged(): Promise<void> {
    this.areOld = true;
    await this.restartIfFree();
  }

  async during<T>(run: () => Promise<T>): Promise<T> {
    await this.restartIfFree();
    this.running++;
    try {
      return await run();
    } finally {
      this.running--;
    }
  }

  private async restartIfFree(): Promise<void> {
    if (!this.areOld || this.running > 0) return;
    this.areOld = false;
    await this.explainer.restart();
  }
}
