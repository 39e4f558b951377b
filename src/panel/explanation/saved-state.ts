import * as v from 'valibot';
import type { PanelView } from '../../shared/protocol/panel';
import { viewSchema } from '../../shared/protocol/view-schema';

/** What the page saves of its state for a reload and while it is hidden. */
export interface SavedState {
  readonly view?: PanelView;
  /** Sections that stand open; left out: as the host says. */
  readonly open?: readonly string[];
  /** Charts that show their table. */
  readonly tables: readonly string[];
  readonly order: 'text' | 'sorted';
  readonly showAll: boolean;
  /** Pixels. */
  readonly scroll: number;
}

export const FRESH_STATE: SavedState = { tables: [], order: 'text', showAll: false, scroll: 0 };

/** A longer text would slow down the storage of the editor, so it is explained again after a reload. */
const MOST_WORDS = 3000;

/** The view, if it is small enough to be kept. */
export function keepable(view: PanelView | undefined): PanelView | undefined {
  return view && view.explanation.words.length <= MOST_WORDS ? view : undefined;
}

const schema: v.GenericSchema<unknown, SavedState> = v.object({
  view: v.optional(viewSchema as v.GenericSchema<PanelView>),
  open: v.optional(v.array(v.string())),
  tables: v.array(v.string()),
  order: v.picklist(['text', 'sorted']),
  showAll: v.boolean(),
  scroll: v.number(),
});

/** Falls back to a fresh page where nothing was kept, or an older version of the page kept it. */
export function readSavedState(state: unknown): SavedState {
  const result = v.safeParse(schema, state);
  return result.success ? result.output : FRESH_STATE;
}
