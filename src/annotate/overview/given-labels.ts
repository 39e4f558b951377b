import { classOfDegree, isDegree } from '../../records/labels/degree';
import { labelMeaning } from '../../records/labels/label-meaning';

/**
 * What a file's own labels mean among those of the models. Degrees that the models do not tell apart fall together.
 * Undefined: it cannot be told.
 *
 * @param said what the rows say that they mean; of rows that were written before they said it, it is found by their values
 */
export function meaningOf(
  given: readonly string[],
  labels: readonly string[],
  said: ReadonlyMap<string, string> = new Map(),
): Map<string, string | undefined> {
  const meaning = labelMeaning('', said.size > 0 ? [] : given);
  return new Map(
    given.map((label) => {
      const known = said.get(label);
      if (known !== undefined) return [label, classAmong(known, labels)];
      if (said.size > 0) return [label, undefined];
      const own = labels.find((each) => each.toLowerCase() === label.trim().toLowerCase());
      const degree = meaning.degree(label);
      return [label, own ?? (degree && classOfDegree(degree, labels))];
    }),
  );
}

/** A class of another set of labels among these. */
function classAmong(known: string, labels: readonly string[]): string | undefined {
  if (labels.includes(known)) return known;
  return isDegree(known) ? classOfDegree(known, labels) : undefined;
}
