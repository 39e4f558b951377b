import * as vscode from 'vscode';
import { changeSetting } from '../../activate/settings';
import type { LiveDocuments } from './live-view';
import type { WholeDocuments } from './whole-documents';

/** Documents that people write for people; others are code. */
const SETTING = 'saliency.live';
/** The live view explains a sentence from this many words on. */
const FEWEST_WORDS = 3;
/** As in the manifest. */
const REST_MS = 500;
const LONGEST_REST_MS = 10_000;
/** Schemes of documents that are not prose, such as output and logs. */
const NOT_READ: ReadonlySet<string> = new Set([
  'output',
  'debug',
  'saliency',
  'vscode-scm',
  'comment',
  'search-editor',
]);

/** The switch of the live view, in the settings and in the status bar, and which documents it is for. */
export class LiveSwitch implements LiveDocuments, vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('saliency.live', vscode.StatusBarAlignment.Right, 99);
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private problem: string | undefined;
  readonly onDidChange = this.changed.event;

  constructor(private readonly whole: WholeDocuments) {
    this.item.name = vscode.l10n.t('Saliency: Live View');
    this.item.command = 'saliency.toggleLiveView';
    this.subscriptions = [
      whole.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(SETTING)) return;
        this.problem = undefined;
        this.update();
        this.changed.fire();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    this.update();
  }

  isLive(document: vscode.TextDocument): boolean {
    return this.whole.has(document.uri) || (isOn() && isProse(document));
  }

  /** A document that is explained as a whole includes its short sentences. */
  fewestWords(document: vscode.TextDocument): number {
    return this.whole.has(document.uri) ? 1 : FEWEST_WORDS;
  }

  /** How long live view waits after the last key; a wrong value counts as the default. */
  rest(): number {
    const value: unknown = vscode.workspace.getConfiguration(SETTING).get('rest');
    return typeof value === 'number' && value >= 0 ? Math.min(value, LONGEST_REST_MS) : REST_MS;
  }

  async toggle(): Promise<void> {
    await changeSetting('live.enabled', !isOn());
  }

  /** Why the sentences in view cannot be explained; undefined: they can. */
  report(problem: string | undefined): void {
    if (problem === this.problem) return;
    this.problem = problem;
    this.update();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
    this.item.dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isProse(document)) return this.item.hide();
    const on = isOn();
    const icon = this.problem !== undefined && on ? '$(warning)' : on ? '$(eye)' : '$(eye-closed)';
    this.item.text = `${icon} ${on ? vscode.l10n.t('Live view on') : vscode.l10n.t('Live view off')}`;
    const state = on
      ? vscode.l10n.t('Live view is on: sentences in view are explained as you type. Click to turn it off.')
      : vscode.l10n.t('Live view is off. Click to explain the sentences in view as you type.');
    this.item.tooltip = this.problem !== undefined && on ? `${state}\n\n${this.problem}` : state;
    this.item.accessibilityInformation = { label: state, role: 'switch' };
    this.item.show();
  }
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration(SETTING).get('enabled') === true;
}

/** Whether the live view reads such documents: those with whole sentences. */
export function isProse({ languageId, uri }: vscode.TextDocument): boolean {
  const languages: unknown = vscode.workspace.getConfiguration(SETTING).get('languages');
  return !NOT_READ.has(uri.scheme) && Array.isArray(languages) && languages.includes(languageId);
}
