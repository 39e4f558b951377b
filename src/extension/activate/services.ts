import type * as vscode from 'vscode';
import type { Explainer } from '../../shared/protocol/explainer';
import type { ErrorReporter } from './error-reporter';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { TextExplainer } from '../ranges/explain-texts';
import type { ExplainedRanges } from '../ranges/current-explanation';
import type { ExplainedRangeStore } from '../ranges/explained-ranges';
import type { ReadOnlyTexts } from '../wording/read-only-texts';
import type { LiveSwitch } from '../ranges/sentences/live-switch';
import type { HoverState } from '../hover/hover-state';
import type { WholeDocuments } from '../ranges/sentences/whole-documents';

/** What the commands work with; made once in `extension.ts`. */
export interface Services {
  readonly explainer: Explainer;
  readonly texts: TextExplainer;
  /** What was explained by hand. */
  readonly documents: ExplainedRangeStore;
  /** The explained ranges and the sentences of live views. */
  readonly ranges: ExplainedRanges;
  readonly whole: WholeDocuments;
  readonly live: LiveSwitch;
  readonly current: CurrentRangeTracker;
  readonly hovers: HoverState;
  readonly readOnly: ReadOnlyTexts;
  readonly errors: ErrorReporter;
  readonly log: vscode.LogOutputChannel;
}
