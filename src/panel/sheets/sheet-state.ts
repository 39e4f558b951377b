import type { Label } from '../../shared/explanation';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { SheetMessage } from '../../shared/protocol/host-to-sheets';
import type { ModelExplanation, ExplanationPair, RecentExplanation, Sheet } from '../../shared/protocol/sheets';

/** The answer for a sheet, or why there is none. */
interface Answer<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** What the host has sent for the sheets. */
export interface SheetState {
  /** The sheet that is open in the place of the explanation. */
  readonly open?: Sheet;
  /** The last edited text that was read, and both texts. */
  readonly whatIf?: Answer<ExplanationPair> & { readonly edited: string };
  /** The models of the text's language, and the label that all are compared by. */
  readonly models?: { readonly all: readonly ModelSummary[]; readonly label: Label };
  /** By model. */
  readonly compared: Readonly<Record<string, Answer<ModelExplanation>>>;
  readonly pinned?: Answer<ExplanationPair>;
  readonly recent: readonly RecentExplanation[];
}

export const NO_SHEETS: SheetState = { compared: {}, recent: [] };

/** The state when another explanation is shown: answers of sheets belong to one explanation. */
export function sheetsForAnother({ open, recent }: SheetState): SheetState {
  return { ...NO_SHEETS, open, recent };
}

export function nextSheets(state: SheetState, message: SheetMessage): SheetState {
  switch (message.type) {
    case 'sheet':
      return { ...state, open: message.sheet };
    case 'whatIf':
      return { ...state, whatIf: { edited: message.edited, ...answerOf(message.pair, message.problem) } };
    case 'models':
      return { ...state, models: { all: message.models, label: message.label }, compared: {} };
    case 'compared': {
      const answer = answerOf(message.reading, message.problem);
      return { ...state, compared: { ...state.compared, [message.model]: answer } };
    }
    case 'pinned':
      return { ...state, pinned: answerOf(message.pair, message.problem) };
    case 'recent':
      return { ...state, recent: message.recent };
  }
}

function answerOf<T>(value: T | undefined, problem: string | undefined): Answer<T> {
  return { ...(value !== undefined && { value }), ...(problem !== undefined && { problem }) };
}
