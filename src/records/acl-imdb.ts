/** Labels of the folders of the `aclImdb` tree; `unsup` has none and is left out. */
const LABELS: Readonly<Record<string, string>> = { pos: 'positive', neg: 'negative' };

/** One text of the tree, as a record. */
export interface AclImdbRecord {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  /** Where the file's name says it. */
  readonly stars?: number;
}

/** Whether a file of the tree is a labelled text: `train/pos/0_9.txt`. */
export function isAclImdbText(path: string): boolean {
  return /(?:^|\/)(?:pos|neg)\/[^/]+\.txt$/.test(path);
}

/** The record of one file of the `aclImdb` tree, `pos/ID_STARS.txt`, or of any other tree with these two folders. */
export function aclImdbRecord(path: string, text: string): AclImdbRecord | undefined {
  const match = /(?:^|\/)(pos|neg)\/([^/]+?)(?:_(\d{1,2}))?\.txt$/.exec(path);
  if (!match) return undefined;
  const [, folder, id, stars] = match;
  return { id: `${folder}/${id}`, text, label: LABELS[folder], ...(stars !== undefined && { stars: Number(stars) }) };
}
