import { classOfDegree } from '../../records/labels/degree';
import { labelMeaning } from '../../records/labels/label-meaning';

/**
 * What a file's own labels mean among those of the models. Degrees that the models do not tell apart fall together.
 * Undefined: it cannot be told.
 */
export function meaningOf(given: readonly string[], labels: readonly string[]): Map<string, string | undefined> {
  const meaning = labelMeaning('', given);
  return new Map(
    given.map((label) => {
      const own = labels.find((each) => each.toLowerCase() === label.trim().toLowerCase());
      const degree = meaning.degree(label);
      return [label, own ?? (degree && classOfDegree(degree, labels))];
    }),
  );
}
