import { concatenate } from '../shared/concatenate';
import { Decoder } from './bytes/decoder';
import { detectEncoding, type EncodingReading } from './bytes/encoding';

/** Labels of the folders of the `aclImdb` tree; `unsup` has none and is left out. */
const LABELS: Readonly<Record<string, string>> = { pos: 'positive', neg: 'negative' };

/** One text of the tree, as a record. */
export interface AclImdbRecord {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  /** Given where the name of the file has it. */
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

/** The number of texts by which the encoding of a tree is detected. */
const SAMPLE = 200;

type Read = (path: string) => Promise<Uint8Array> | Uint8Array;

/** The encoding of a tree, by its first texts. */
export async function treeEncoding(paths: readonly string[], read: Read): Promise<EncodingReading> {
  const sample: Uint8Array[] = [];
  for (const path of paths.slice(0, SAMPLE)) sample.push(await read(path), Uint8Array.of(10));
  return detectEncoding(concatenate(sample));
}

/** A tree as NDJSON, one file after the other, all of them in one encoding. */
export async function* treeBytes(
  paths: readonly string[],
  read: Read,
  encoding: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const path of paths) {
    const decoder = new Decoder(encoding);
    const text = decoder.push(await read(path)) + decoder.end();
    yield new TextEncoder().encode(`${JSON.stringify(aclImdbRecord(path, text))}\n`);
  }
}

/** The labelled texts among files, where both folders are there. */
export function treeIn(paths: readonly string[]): readonly string[] {
  const texts = paths.filter(isAclImdbText);
  return ['pos', 'neg'].every((folder) => texts.some((path) => path.split('/').at(-2) === folder)) ? texts : [];
}
