import * as v from 'valibot';
import type { PageStrings } from '../../shared/strings/explanation-page';

/** What the host writes into the page itself: it is there before any message. */
export interface Initial {
  /** Of the editor's display, as BCP 47: `en`, `zh-Hans`. */
  readonly language: string;
  readonly strings: PageStrings;
  /** Sections that stood open when a panel was last used in this workspace. */
  readonly open: readonly string[];
}

const schema = v.object({
  language: v.string(),
  strings: v.record(v.string(), v.unknown()),
  open: v.array(v.string()),
});

/** Reads the JSON of the root's `data-initial`; throws where it is not ours. */
export function readInitial(json: string): Initial {
  const initial = v.parse(schema, JSON.parse(json));
  // The host makes all strings at once from one list: if one is there, all are.
  return { ...initial, strings: initial.strings as unknown as PageStrings };
}
