import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { SaliencyError } from '../../shared/saliency-error';
import type { Row } from './row';

/** The parts of `data/everyday` that a source of a plan can take. */
export const EVERYDAY_PARTS = ['sentences', 'contrast', 'phrases', 'reasons', 'held-out'] as const;
export type EverydayPart = (typeof EVERYDAY_PARTS)[number];

/** The fields of a row of `*.sentences.tsv` or `*.held-out.tsv` beside its text and label. */
export interface EverydayFields {
  readonly [field: string]: unknown;
  readonly category: string;
  /** The common name of a row and its twins, which have nearly the same words and another label. */
  readonly contrast?: string;
  /** The block of neighbouring rows that it belongs to; a block stays on one side of a split. */
  readonly group: string;
  /** The underlined reasons, `[start, end)` in UTF-16 units. */
  readonly spans: readonly (readonly [number, number])[];
}

export interface EverydayRow extends Row {
  readonly fields: EverydayFields;
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['-', 'negative'],
  ['0', 'neutral'],
  ['+', 'positive'],
]);
/** The number of rows in a block, or more so that no contrast pair is cut. Neighbouring rows were written together, so they are similar. */
const BLOCK = 8;
/** Shorter reasons, in UTF-16 units, mean nothing alone. */
const shortestReason = (language: Language): number => (LANGUAGES[language].dictionary === undefined ? 4 : 2);

const FILE = new RegExp(`(?:^|[\\\\/])(?:${LANGUAGE_CODES.join('|')})\\.(sentences|phrases|held-out)\\.tsv$`, 'u');

/** The part of `data/everyday` in a file of this name; undefined for other files. */
export function everydayFile(name: string): 'sentences' | 'phrases' | 'held-out' | undefined {
  return FILE.exec(name)?.[1] as 'sentences' | 'phrases' | 'held-out' | undefined;
}

/**
 * The rows of a file `label ⇥ category ⇥ text`, with `⟦⟧` around each reason and, for contrast pairs, a fourth column that
 * names the pair.
 *
 * @throws SaliencyError `bad-row` naming file and line
 */
export function everydaySentences(file: string, name: string): EverydayRow[] {
  const written = linesOf(file).map((line, at) => sentence(line, `${name}, line ${at + 1}`));
  const lastOf = new Map<string, number>();
  written.forEach(({ contrast }, at) => {
    if (contrast !== undefined) lastOf.set(contrast, at);
  });
  let [block, size, open] = [0, 0, -1];
  return written.map(({ text, label, category, contrast, spans }, at) => {
    if (size >= BLOCK && at > open) [block, size] = [block + 1, 0];
    size++;
    if (contrast !== undefined) open = Math.max(open, lastOf.get(contrast)!);
    return {
      text,
      label,
      fields: { text, label, category, ...(contrast !== undefined && { contrast }), group: `b${block}`, spans },
    };
  });
}

/** The rows of a file `label ⇥ text`. @throws SaliencyError `bad-row` naming file and line */
export function everydayPhrases(file: string, name: string): Row[] {
  return linesOf(file).map((line, at) => {
    const [sign, text, ...more] = line.split('\t');
    const label = LABELS.get(sign);
    if (label === undefined || !text || more.length > 0) {
      throw badRow(`${name}, line ${at + 1}`, 'label (-, 0 or +) and text, with a tab between');
    }
    return { text, label, fields: { text, label } };
  });
}

/** The sentences without twins, only the twins, or each reason as a separate row with the label and group of its sentence. */
export function partOfSentences(
  part: Exclude<EverydayPart, 'phrases' | 'held-out'>,
  rows: readonly EverydayRow[],
  language: Language,
): Row[] {
  if (part === 'sentences') return rows.filter(({ fields }) => fields.contrast === undefined);
  if (part === 'contrast') return rows.filter(({ fields }) => fields.contrast !== undefined);
  return rows.flatMap(({ text, label, fields: { group, spans } }) =>
    spans
      .map(([start, end]) => text.slice(start, end))
      .filter((reason) => reason !== text && reason.length >= shortestReason(language))
      .map((reason) => ({ text: reason, label, fields: { text: reason, label, group } })),
  );
}

function sentence(line: string, where: string) {
  const [sign, category, marked, contrast, ...more] = line.split('\t');
  const label = LABELS.get(sign);
  if (label === undefined || !category || !marked || contrast === '' || more.length > 0) {
    throw badRow(where, 'label (-, 0 or +), category, text and at most the name of a contrast pair, with tabs between');
  }
  return { label, category, contrast, ...withoutMarks(marked, where) };
}

function withoutMarks(marked: string, where: string) {
  const spans: [number, number][] = [];
  let text = '';
  let open = -1;
  for (const piece of marked.split(/([⟦⟧])/u)) {
    if (piece === '⟦' ? open >= 0 : piece === '⟧' && (open < 0 || open === text.length)) {
      throw badRow(where, 'each ⟦ closed by a ⟧ behind some text');
    }
    if (piece === '⟦') open = text.length;
    else if (piece === '⟧') {
      spans.push([open, text.length]);
      open = -1;
    } else text += piece;
  }
  if (open >= 0) throw badRow(where, 'each ⟦ closed by a ⟧ behind some text');
  return { text, spans };
}

function linesOf(file: string): string[] {
  const lines = file.split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const badRow = (where: string, needs: string): SaliencyError =>
  new SaliencyError(`${where}: a row needs ${needs}.`, 'bad-row');
