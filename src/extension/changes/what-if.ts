import * as vscode from 'vscode';
import type { Explainer } from '../../shared/protocol/explainer';
import type { WhatIf } from '../../shared/studies';
import type { ExplainedRangeStore } from '../ranges/explained-ranges';
import type { ExplainedRange } from '../ranges/current-explanation';
import { reportError } from '../wording/report-error';
import { DifferenceMarks } from './difference-marks';
import { WHAT_IF, WhatIfFiles } from './what-if-files';

/** After the last key the edited text is read. */
const REST_MS = 120;

/** One comparison that is open: the text as it stands, and the text as it might be. */
interface Session {
  readonly range: ExplainedRange;
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;
  timer?: ReturnType<typeof setTimeout>;
  abort?: AbortController;
}

/** What If: an explained text beside a copy that may be edited; both marked, and the difference written at each word. */
export class WhatIfEditor implements vscode.Disposable {
  private readonly files = new WhatIfFiles();
  private readonly marks = new DifferenceMarks();
  private readonly sessions = new Map<string, Session>();
  private readonly subscriptions = [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const session = this.sessions.get(document.uri.toString());
      if (session && contentChanges.length > 0) this.soon(session, document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.close(uri)),
    vscode.window.onDidChangeVisibleTextEditors(() => this.marks.paint()),
  ];
  private opened = 0;

  constructor(
    private readonly explainer: Pick<Explainer, 'whatIf'>,
    private readonly documents: ExplainedRangeStore,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async open(range: ExplainedRange): Promise<void> {
    const { text } = range.explanation;
    const uri = (name: string): vscode.Uri =>
      vscode.Uri.from({ scheme: WHAT_IF, path: `/${++this.opened} ${name}.txt` });
    const session: Session = { range, before: uri(vscode.l10n.t('as it is')), after: uri(vscode.l10n.t('what if')) };
    for (const each of [session.before, session.after]) this.files.writeFile(each, new TextEncoder().encode(text));
    this.sessions.set(session.after.toString(), session);
    const title = vscode.l10n.t('What If');
    await vscode.commands.executeCommand('vscode.diff', session.before, session.after, title, { preview: false });
    await this.read(session, await vscode.workspace.openTextDocument(session.after));
  }

  /** Puts the edited text into the place of the old one, in one step that can be undone. */
  async apply(uri: vscode.Uri | undefined): Promise<void> {
    const session = this.sessions.get((uri ?? vscode.window.activeTextEditor?.document.uri)?.toString() ?? '');
    if (!session) return;
    const range = this.documents.find(session.range.id) ?? session.range;
    const document = await vscode.workspace.openTextDocument(range.uri);
    const edited = (await vscode.workspace.openTextDocument(session.after)).getText();
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    if (document.getText(place) !== session.range.explanation.text) {
      const message = vscode.l10n.t('The text in the document has changed since: the edited text was not applied.');
      return void vscode.window.showWarningMessage(message);
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, place, edited);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    for (const session of this.sessions.values()) this.stop(session);
    this.marks.dispose();
    this.files.dispose();
  }

  private soon(session: Session, document: vscode.TextDocument): void {
    this.stop(session);
    session.timer = setTimeout(() => void this.read(session, document), REST_MS);
  }

  private async read(session: Session, document: vscode.TextDocument): Promise<void> {
    const abort = (session.abort = new AbortController());
    const { text, language, model, method, target } = session.range.explanation;
    try {
      const edited = document.getText();
      const asked = { text, edited, language, model, method, target };
      const whatIf: WhatIf | undefined =
        edited.trim() === '' ? undefined : await this.explainer.whatIf(asked, abort.signal);
      if (abort.signal.aborted) return;
      this.marks.show(session.before, session.after, whatIf);
      // Nobody is asked whether a text to play with is to be kept.
      await document.save();
    } catch (error) {
      if (!abort.signal.aborted) await reportError(error, this.log);
    }
  }

  private close(uri: vscode.Uri): void {
    if (uri.scheme !== WHAT_IF) return;
    const session = this.sessions.get(uri.toString());
    if (session) this.stop(session);
    this.sessions.delete(uri.toString());
    this.marks.forget(uri);
    this.files.delete(uri);
  }

  private stop(session: Session): void {
    clearTimeout(session.timer);
    session.abort?.abort(new vscode.CancellationError());
  }
}
