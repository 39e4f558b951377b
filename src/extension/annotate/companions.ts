import * as vscode from 'vscode';
import type { HostToOverview } from '../../shared/protocol/host-to-overview';
import type { Notifier } from '../../shared/rpc/notifications';
import type { Annotator } from '../../annotate/worker/calls';
import { baseName, namedFile, parentOf } from '../files/paths';
import { reviewsIn } from './reviews';
import type { ViewFile } from './saved-view';
import { SentPieces } from './sent-pieces';

/** Other results and another person's reviews that the results are compared with. Their addresses are saved with the view. */
export class Companions {
  private readonly others: SentPieces;
  private other: vscode.Uri | undefined;

  constructor(
    private readonly results: vscode.Uri,
    private readonly view: ViewFile,
    annotator: Pick<Annotator, 'openRows' | 'nextRows' | 'closeRows'>,
    private readonly page: Notifier<HostToOverview>,
  ) {
    this.others = new SentPieces(annotator, {
      piece: (piece) => page.otherPiece({ piece }),
      end: (name) => page.otherEnd({ name }),
    });
  }

  /** Reopens the results that were compared when the overview was last open; those that no longer exist are left out. */
  async reopen(): Promise<void> {
    const { other, second } = (await this.view.read()) ?? {};
    if (second !== undefined) await this.sendReviews(this.placed(second));
    if (other !== undefined) await this.sendRows(this.placed(other)).catch(() => undefined);
  }

  /** Compares the results with those of another file, run or model. */
  async compareWith(): Promise<void> {
    const uri = await this.ask(vscode.l10n.t('Results to Compare With'), ['ndjson', 'jsonl', 'gz']);
    if (!uri) return;
    this.page.working();
    await this.sendRows(uri);
    this.view.keep({ other: this.named(uri) });
    this.page.idle();
  }

  /** What the results are compared with, by itself: its rows, too, can be looked at. */
  async openOther(): Promise<void> {
    if (this.other) await vscode.commands.executeCommand('saliency.openOverview', this.other);
  }

  stopComparing(): void {
    this.other = undefined;
    this.others.stop();
    this.view.keep({ other: undefined });
  }

  /** Reads another person's reviews of the same results, to measure how far both agree. */
  async chooseAnnotator(): Promise<void> {
    const uri = await this.ask(vscode.l10n.t('Reviews of a Second Person'), ['ndjson', 'jsonl']);
    if (!uri) return;
    if (!(await this.sendReviews(uri))) {
      const text = vscode.l10n.t(
        '{0} has no reviews. They are in the file that ends in .labels.ndjson.',
        baseName(uri),
      );
      return void vscode.window.showWarningMessage(text);
    }
    this.view.keep({ second: this.named(uri) });
  }

  /** The page has taken a piece. */
  taken(): void {
    this.others.taken();
  }

  stop(): void {
    this.others.stop();
  }

  private sendRows(uri: vscode.Uri): Promise<void> {
    this.other = uri;
    return this.others.send({ results: namedFile(uri), partial: false });
  }

  /** Whether there were any. */
  private async sendReviews(uri: vscode.Uri): Promise<boolean> {
    const reviews = await reviewsIn(uri);
    if (reviews.length === 0) return false;
    const own = baseName(uri).replace(/\.(ndjson|jsonl)$/i, '');
    this.page.annotator({ name: reviews.find(({ by }) => by !== undefined)?.by ?? own, reviews });
    return true;
  }

  private async ask(title: string, endings: string[]): Promise<vscode.Uri | undefined> {
    return (await vscode.window.showOpenDialog({ title, filters: { NDJSON: endings } }))?.[0];
  }

  /** A name in the folder of the results, so that a colleague's copy of the folder finds it too; else the whole address. */
  private named(uri: vscode.Uri): string {
    const isBeside = parentOf(uri).toString() === parentOf(this.results).toString();
    return isBeside ? baseName(uri) : uri.toString();
  }

  private placed(name: string): vscode.Uri {
    return /^[a-z][\w+.-]*:\/\//i.test(name)
      ? vscode.Uri.parse(name)
      : vscode.Uri.joinPath(parentOf(this.results), name);
  }
}
