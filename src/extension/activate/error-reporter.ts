import * as vscode from 'vscode';
import type * as reports from '../wording/report-error';

/** Shows errors to the person. The sentences of errors are loaded with the first error. */
export class ErrorReporter {
  constructor(
    private readonly wording: () => Promise<Pick<typeof reports, 'messageOf' | 'reportError'>>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** What a person reads of an error; undefined for cancelled work. */
  async messageOf(error: unknown): Promise<string | undefined> {
    try {
      const { messageOf } = await this.wording();
      return messageOf(error);
    } catch (damage) {
      return this.unworded(error, damage);
    }
  }

  /** As `reportError`. Resolves when the person has closed the notification. */
  async report(error: unknown): Promise<boolean> {
    try {
      const { reportError } = await this.wording();
      return await reportError(error, this.log);
    } catch (damage) {
      await vscode.window.showErrorMessage(this.unworded(error, damage));
      return false;
    }
  }

  /** Where the sentences themselves cannot be loaded, the installation is damaged. */
  private unworded(error: unknown, damage: unknown): string {
    this.log.error(String(error));
    if (damage !== error) this.log.error(String(damage));
    return vscode.l10n.t('A file of Saliency is damaged or missing. Install Saliency again.');
  }
}
