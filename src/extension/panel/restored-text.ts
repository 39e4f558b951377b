import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.object({
  view: v.object({
    place: v.object({ uri: v.string(), start: count }),
    explanation: v.object({ text: v.string(), words: v.array(v.object({ start: count, end: count })) }),
  }),
});

/** The text of an explanation that a page kept through a reload; the marks in the editor are gone by then. */
export interface RestoredText {
  readonly uri: string;
  /** UTF-16 offset at which it stood. */
  readonly start: number;
  readonly text: string;
  /** UTF-16 offsets into `text`. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** Out of the state that the page kept; undefined where it showed nothing, or the state is not ours. */
export function readRestoredText(state: unknown): RestoredText | undefined {
  const result = v.safeParse(schema, state);
  if (!result.success) return undefined;
  const { place, explanation } = result.output.view;
  return { ...place, ...explanation };
}

/** Where the text stands in a document as it is now, as near as can be told; undefined: not any more. */
export function locate({ text, start }: RestoredText, document: string): number | undefined {
  if (document.startsWith(text, start)) return start;
  const [before, after] = [document.lastIndexOf(text, start), document.indexOf(text, start)];
  if (before < 0 && after < 0) return undefined;
  if (before < 0) return after;
  return after >= 0 && after - start < start - before ? after : before;
}
