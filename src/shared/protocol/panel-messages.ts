import type { Label } from '../explanation';
import type { Density } from '../highlights';
import type { Method } from '../methods';
import type { PageAnswer } from '../rpc/message-schemas';
import type { PanelView, Study, StudyResults } from './panel';
import type { HostSheetMessage, PageSheetMessage } from './sheets';

/** Host → page. */
export type HostMessage =
  | HostSheetMessage
  | { readonly type: 'show'; readonly view: PanelView }
  /** There is nothing to show (any more). */
  | { readonly type: 'clear' }
  /** An explanation is under way. */
  | { readonly type: 'working' }
  /** It ended without one; `problem` is a sentence for the person, left out where it was only stopped. */
  | { readonly type: 'idle'; readonly problem?: string }
  /** The word under the pointer or cursor of the editor; null: none. */
  | { readonly type: 'point'; readonly word: number | null }
  /** Figures beside the explanation that were just worked out, those still to come, and why some cannot be had. */
  | {
      readonly type: 'figures';
      /** `PanelView.id`. */
      readonly of: number;
      readonly figures: StudyResults;
      readonly waiting: readonly Study[];
      /** In sentences for the person. */
      readonly problems: Readonly<Partial<Record<Study, string>>>;
    };

/** Page → host. `word` is an index into `explanation.words`. */
export type PageMessage =
  /** The page listens; answered with the current explanation, if there is one. */
  | { readonly type: 'ready' }
  | { readonly type: 'mark'; readonly word: number | null }
  | { readonly type: 'reveal'; readonly word: number }
  /** With another of the model's methods, for another label, rather than another label, or as before. */
  | { readonly type: 'explainAgain'; readonly method?: Method; readonly target?: Label; readonly against?: Label }
  /** So many highlights, in the editor as well. */
  | { readonly type: 'density'; readonly density: Density }
  /** Figures that are only worked out when they are asked for. */
  | { readonly type: 'study'; readonly study: Study }
  /** No figure is to be worked out any more, until one is asked for. */
  | { readonly type: 'stop' }
  /** Makes a change that flips the prediction in the text; `change` is an index into the list. */
  | {
      readonly type: 'apply';
      readonly of: number;
      readonly list: 'removals' | 'replacements';
      readonly change: number;
    }
  | { readonly type: 'copy'; readonly text: string }
  /** The page shows the document as a whole: it is to be read. */
  | { readonly type: 'readDocument' }
  /** To a place of the document. */
  | { readonly type: 'goTo'; readonly start: number }
  /** The list of all sentences, in the activity bar. */
  | { readonly type: 'showOutline' }
  | { readonly type: 'explainHere' }
  | { readonly type: 'openSample' }
  | { readonly type: 'showLog' }
  /** The person wants a file of what is shown. */
  | { readonly type: 'export' }
  /** To what the host calls in the page: `DrawingPage`. */
  | PageAnswer
  | PageSheetMessage
  /** Sections that stand open; kept per workspace. */
  | { readonly type: 'sections'; readonly open: readonly string[] };
