import type * as vscode from 'vscode';
import { DocumentFeed } from '../outline/document-feed';
import { OutlineView } from '../outline/outline-view';
import type { OutlineTree } from '../outline/outline-tree';
import { LiveView } from '../ranges/sentences/live-view';
import type { LiveSwitch } from '../ranges/sentences/live-switch';
import type { SentenceAnswers } from '../ranges/sentences/sentence-answers';
import type { SentenceRanges } from '../ranges/sentences/sentence-ranges';
import { TintPainter } from '../ranges/sentences/tint-painter';
import type { WholeDocuments } from '../ranges/sentences/whole-documents';
import { messageOf, reportError } from '../wording/report-error';
import { markSettings } from './settings';

/** The parts with which documents are read sentence by sentence. */
export interface SentenceParts {
  readonly whole: WholeDocuments;
  readonly answers: SentenceAnswers;
  readonly live: LiveSwitch;
  readonly sentences: SentenceRanges;
  readonly tree: OutlineTree;
  readonly log: vscode.LogOutputChannel;
}

/** What shows documents sentence by sentence: the live view, tints in the text, the outline, and the panel's document. */
export class DocumentViews implements vscode.Disposable {
  readonly outline: OutlineView;
  readonly feed: DocumentFeed;
  private readonly parts: readonly vscode.Disposable[];
  /** What went wrong with the live view, as the person was told: once, and not at each key. */
  private readonly told = new Set<string>();

  constructor({ whole, answers, live, sentences, tree, log }: SentenceParts) {
    this.outline = new OutlineView(whole, tree);
    this.feed = new DocumentFeed(whole, answers);
    const liveView = new LiveView(live, answers, sentences, (error) => {
      const problem = error === undefined ? undefined : messageOf(error);
      live.report(problem);
      if (problem === undefined || this.told.has(problem)) return;
      this.told.add(problem);
      void reportError(error, log);
    });
    this.parts = [
      answers.onDidForget(() => this.told.clear()),
      this.outline,
      this.feed,
      liveView,
      new TintPainter(whole, markSettings),
    ];
  }

  dispose(): void {
    this.parts.forEach((part) => part.dispose());
  }
}
