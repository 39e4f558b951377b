/** The labels that shipped models use, from bad to good, as people read them; a model's other labels stay as they are. */
export const LABEL_WORDING: Readonly<Record<string, string>> = {
  'very negative': 'very negative',
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  'very positive': 'very positive',
};

/** The same where there is room for a few letters only: in the text of the editor. */
export const SHORT_LABEL_WORDING: Readonly<Record<string, string>> = {
  'very negative': 'neg!',
  negative: 'neg',
  neutral: 'neu',
  positive: 'pos',
  'very positive': 'pos!',
};

/** A label as people read it, by a translation of `LABEL_WORDING`. */
export const labelIn = (labels: Readonly<Record<string, string>>, label: string): string =>
  Object.hasOwn(labels, label) ? labels[label] : label;
