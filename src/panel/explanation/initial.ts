import * as v from 'valibot';
import type { ContributedColours } from '../../shared/protocol/export';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { readStart, type Start } from '../page/start';

/** What the host writes into the page of an explanation. */
export interface Initial extends Start<PageStrings> {
  /** Sections that stood open when a panel was last used in this workspace. */
  readonly open: readonly string[];
  /** The colours of pictures that are copied; left out: those of the page. */
  readonly paper?: ContributedColours;
}

const variables = v.record(v.string(), v.string());
const schema = v.object({
  open: v.array(v.string()),
  paper: v.optional(v.object({ light: variables, dark: variables })),
});

/** Reads the JSON of the root's `data-initial`; throws where it is not ours. */
export const readInitial = (json: string): Initial => ({
  ...readStart<PageStrings>(json),
  ...v.parse(schema, JSON.parse(json)),
});
