import type { Span } from '../../shared/span';
import type * as vscode from 'vscode';
import type { Explainer, ExplainRequest } from '../../shared/protocol/explainer';
import type { DocumentMessage } from '../../shared/protocol/host-to-panel';
import type { Explanation, Label } from '../../shared/explanation';
import type { Sheet } from '../../shared/protocol/sheets';
import type { DrawingPage } from '../../shared/protocol/export';

/** One explained range of an open document. A new object after every edit that touches or moves it. */
export interface ExplainedRange extends Span {
  /** Stays the same through edits; a new explanation of the same text gets a new one. */
  readonly id: number;
  readonly uri: vscode.Uri;
  readonly explanation: Explanation;
  /** One entry a word of `explanation.words`: where it stands now; undefined once it was changed. */
  readonly words: readonly (Span | undefined)[];
  /** True once the text inside was changed: the explanation is of the text as it was (`explanation.text`). */
  readonly stale: boolean;
  /** One of the sentences of a live view: explained again as one types, its prediction stands at the end of the line. */
  readonly sentence?: true;
  /** The label that is shown for now: the explanation's own leads it by too little to change what one reads. */
  readonly heldLabel?: Label;
}

/** Explained ranges of open documents, wherever they come from. */
export interface ExplainedRanges {
  of(uri: vscode.Uri): readonly ExplainedRange[];
  find(id: number): ExplainedRange | undefined;
  /** The ranges of this document were explained, edited or cleared. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** What to change when a text is explained again; what is left out stays as before. */
export type ExplainOverrides = Pick<ExplainRequest, 'language' | 'model' | 'method' | 'target' | 'against'>;

/** Whether an explanation is being computed, for views that show that they wait for one. */
export interface Activity {
  readonly working: boolean;
  /** Why the last attempt brought none, in a sentence for the person; left out if it succeeded or was stopped. */
  readonly problem?: string;
}

/**
 * The explanation that the status bar and the panel show: of the range the cursor stands in, else of the range explained
 * last. It stays while the focus is in the panel or in another file, and goes when it is cleared or its document closes.
 */
export interface CurrentExplanation {
  readonly current: ExplainedRange | undefined;
  /** Another range became current, or the current one was edited, explained again or cleared. */
  readonly onDidChange: vscode.Event<ExplainedRange | undefined>;
  /**
   * The word of the *current* explanation (index into `explanation.words`) that the mouse or the cursor rests on in the
   * editor; undefined when it left.
   */
  readonly onDidPointAtWord: vscode.Event<number | undefined>;
  readonly onDidChangeActivity: vscode.Event<Activity>;
  /** Shows the word in its editor and puts the cursor on it. Does nothing where the word was changed. */
  revealWord(index: number): Promise<void>;
  /** Outlines the word in every editor that shows it, undefined: none. For a pointer that hovers a bar. */
  markWord(index: number | undefined): void;
  /**
   * Explains the current range again (also where it is stale). Errors are shown to the person; never rejects.
   * @param span where the text stands now, if that is more than its range
   */
  explainAgain(changes?: ExplainOverrides, span?: Span): Promise<void>;
}

/** The document at hand as a whole, for the panel. */
export interface DocumentAtHand {
  /** The message changed; views that show it read it again. */
  readonly onDidChange: vscode.Event<void>;
  message(): DocumentMessage;
  /** Reads the document, if that has not been done; called when a view shows it. */
  read(): void;
  /** Moves the cursor to an offset of the document. */
  goTo(start: number): Promise<void>;
}

/** What the panel is given; `src/extension/panel/register-panel.ts` exports `registerPanel(parts: PanelParts): Panel`. */
export interface PanelParts {
  readonly context: vscode.ExtensionContext;
  readonly explanations: CurrentExplanation;
  /** Starts its worker on first use only. */
  readonly explainer: Explainer;
  readonly log: vscode.LogOutputChannel;
  /** What the panel shows of the document at hand as a whole. */
  readonly documents?: DocumentAtHand;
}

/** The panel as the rest of the extension sees it. */
export interface Panel extends vscode.Disposable {
  /** Opens the panel beside the editor, or brings it to the front, without taking the focus. */
  show(): Promise<void>;
  /** The same, with a sheet in the place of the explanation. */
  openSheet(sheet: Sheet): Promise<void>;
  /** What draws the explanation; opens the panel where it is not open. Undefined: it could not be opened. */
  drawing(): Promise<DrawingPage | undefined>;
  /** Forgets the recent explanations by a model that is no more. */
  forgetModel(model: string): void;
}
