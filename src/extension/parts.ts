import type * as vscode from 'vscode';
import type { Explainer } from '../engine/explainer';
import type { WhatIfEditor } from './changes/what-if';
import type { CurrentRange } from './current-range';
import type { TextExplainer } from './explain-texts';
import type { ExplainedRanges } from './current-explanation';
import type { ExplainedDocuments } from './explained-documents';
import type { LoadViews } from './load-views';
import type { ReadOnlyTexts } from './read-only-texts';
import type { LiveSwitch } from './sentences/live-switch';
import type { FactFinder } from './word-facts';
import type { WholeDocuments } from './sentences/whole-documents';

/** What the commands work with; made once in `extension.ts`. */
export interface Parts {
  readonly explainer: Explainer;
  readonly texts: TextExplainer;
  /** What was explained by hand. */
  readonly documents: ExplainedDocuments;
  /** That, and the sentences of live views. */
  readonly ranges: ExplainedRanges;
  readonly whole: WholeDocuments;
  readonly live: LiveSwitch;
  readonly current: CurrentRange;
  readonly whatIf: WhatIfEditor;
  readonly facts: FactFinder;
  readonly readOnly: ReadOnlyTexts;
  /** What is loaded only when it is first shown. */
  readonly views: LoadViews;
  readonly log: vscode.LogOutputChannel;
}
