import type { Vocabulary } from '../../text/vocabulary';

/** A labelled training text as the model reads it. */
export interface LabelledTokens {
  readonly label: string;
  readonly tokens: readonly string[];
}

/**
 * `counts.txt`: for each line of the vocabulary, how many texts of each label hold the token, in the order of the
 * labels, tabs between; nothing stands for 0. A text that is given twice counts once; labels that the model does not
 * have are left out.
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
    // The same text in treebank tokens and as people write it is one.
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
