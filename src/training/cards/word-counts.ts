import type { Vocabulary } from '../../text/vocabulary';

/** A labelled training text as the model reads it. */
export interface LabelledTokens {
  readonly label: string;
  readonly tokens: readonly string[];
}

/**
 * The contents of `counts.txt`: one line for each line of the vocabulary, with the number of texts of each label that have
 * the token, in the order of the labels, separated by tabs. An empty field means 0. A repeated text counts once; labels
 * that the model does not have are left out.
 */
export function wordCounts(
  texts: readonly LabelledTokens[],
  labels: readonly string[],
  { tokens: known }: Pick<Vocabulary, 'tokens'>,
): string {
  const counts = new Map(known.map((token) => [token, labels.map(() => 0)]));
  const met = new Set<string>();
  for (const { label, tokens } of texts) {
    const at = labels.indexOf(label);
    // A text in treebank tokens and the same text as people write it count as one.
    const key = tokens.join('');
    if (at < 0 || met.has(key)) continue;
    met.add(key);
    for (const token of new Set(tokens)) {
      const of = counts.get(token);
      if (of) of[at]++;
    }
  }
  return known
    .map(
      (token) =>
        `${counts
          .get(token)!
          .map((n) => n || '')
          .join('\t')}\n`,
    )
    .join('');
}
