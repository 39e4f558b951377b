import type { Row } from './row';

/** Labels of the folders of the `aclImdb` tree; `unsup` has none and is left out. */
const LABELS: Readonly<Record<string, string>> = { pos: 'positive', neg: 'negative' };

/** Whether a file of the tree is a labelled text: `train/pos/0_9.txt`. */
export function isAclImdbText(path: string): boolean {
  return /(?:^|\/)(?:pos|neg)\/[^/]+\.txt$/.test(path);
}

/** The row of one file of the `aclImdb` tree; its name is `ID_STARS.txt`. */
export function aclImdbRow(path: string, text: string): Row | undefined {
  const match = /(?:^|\/)(pos|neg)\/(\d+)_(\d+)\.txt$/.exec(path);
  if (!match) return undefined;
  const [, folder, id, stars] = match;
  const label = LABELS[folder];
  return { text, label, fields: { id: `${folder}/${id}`, text, label, stars: Number(stars) } };
}
