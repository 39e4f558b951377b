import * as vscode from 'vscode';

/** The scheme of documents that only we write. */
const SCHEME = 'saliency';

/** Texts of ours in read-only documents: for reading, searching and screen readers. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly wrapped = new WeakSet<vscode.TextDocument>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Set before the provider is registered: the editor looks for it then. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) this.contents.delete(uri.path);
    }),
  ];

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.contents.get(path) ?? '';
  }

  /** Opens the text, beside the editor unless asked otherwise; a text of that name that is open already is replaced. */
  async show(name: string, content: string, viewColumn = vscode.ViewColumn.Beside): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    this.contents.set(uri.path, content);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn, preview: true });
    await this.wrap(document);
  }

  /** A text to read is not to be scrolled sideways; an editor keeps this for as long as the text is open. */
  private async wrap(document: vscode.TextDocument): Promise<void> {
    if (this.wrapped.has(document)) return;
    this.wrapped.add(document);
    const wraps = vscode.workspace.getConfiguration('editor', document).get('wordWrap') !== 'off';
    if (!wraps) await vscode.commands.executeCommand('editor.action.toggleWordWrap');
  }

  /** Whether a text of that name is open. */
  has(name: string): boolean {
    return this.contents.has(`/${name}`);
  }

  /** Writes a text again where it is open. */
  update(name: string, content: string): void {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    if (!this.contents.has(uri.path)) return;
    this.contents.set(uri.path, content);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
  }
}
