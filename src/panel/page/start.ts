import * as v from 'valibot';

/** What the host writes into a page itself: it is there before any message. */
export interface Start<Strings> {
  /** The display language of the editor, as BCP 47: `en`, `zh-Hans`. */
  readonly language: string;
  readonly strings: Strings;
}

const schema = v.object({ language: v.string(), strings: v.record(v.string(), v.unknown()) });

/** Reads the JSON of the root's `data-initial`; throws where it is not ours. */
export function readStart<Strings>(json: string): Start<Strings> {
  const { language, strings } = v.parse(schema, JSON.parse(json));
  // Not checked one by one: the host translates all strings of the page together.
  return { language, strings: strings as unknown as Strings };
}
