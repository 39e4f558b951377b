import type * as vscode from 'vscode';
import type { Explainer } from '../engine/explainer';
import type { CurrentRange } from './current-range';
import type { TextExplainer } from './explain-texts';
import type { ExplainedDocuments } from './explained-documents';

/** What the commands work with; made once in `extension.ts`. */
export interface Parts {
  readonly explainer: Explainer;
  readonly texts: TextExplainer;
  readonly documents: ExplainedDocuments;
  readonly current: CurrentRange;
  readonly log: vscode.LogOutputChannel;
}
