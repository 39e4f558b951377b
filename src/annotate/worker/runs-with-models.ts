/**
 * Runs with an explainer that holds its models. Where models were trained or imported since, it is started anew before
 * the next run begins; a run under way ends with those that it began with, and so do runs that begin beside it.
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
