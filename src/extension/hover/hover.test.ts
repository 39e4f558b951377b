import type { CancellationToken } from 'vscode';
import { expect, test } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { explainHere } from '../commands/explain';
import { editorSession, FILM } from '../testing/editor-session';
import { highlightOrWordAt, hoverText } from './hover-text';
import { WordHover } from './hover';

const session = editorSession();

test('a hover says what a word does, and tells the panel', async () => {
  const open = new OpenDocument(FILM);
  await explainHere(session.parts);
  const pointed: (number | undefined)[] = [];
  session.parts.current.onDidPointAtWord((word) => pointed.push(word));
  const hover = new WordHover(session.parts.ranges, session.parts.current, session.explainer, session.parts.hovers);
  const value = await hoverAt(hover, open, 10);
  expect(value).toMatch(/\*\*drags\*\* .*▼.* contradicts \*\*positive\*\*/);
  const rows = decoded(value)
    .split('\n')
    .filter((line) => line.startsWith('| '));
  expect(rows.slice(0, 3)).toEqual([
    '| Without it  | 81\u00a0% → 33\u00a0% positive, changes to negative |',
    '| Contribution  | −3 points, 2nd of 3 |',
    '| Words  | in vocabulary |',
  ]);
  expect(decoded(value)).toContain('| Training frequency  | negative 1,214 · positive 31 |');
  expect(value).not.toContain('Log-odds');
  session.parts.hovers.logOdds = true;
  expect(decoded(await hoverAt(hover, open, 10))).toContain('| Log-odds  | −0.20 |');
  expect(pointed).toEqual([2, 2]);
  expect(session.explainer.predicted[0]).toBe(FILM.replace('drags ', ''));
  expect(await hoverAt(hover, open, 3)).toBe('');
  expect(pointed).toEqual([2, 2, undefined]);
});

test('a hover behind a line says in full what was predicted, and opens the panel', async () => {
  const open = new OpenDocument(`${FILM}\n\nelse`);
  await explainHere(session.parts);
  const hover = new WordHover(session.parts.ranges, session.parts.current, session.explainer, session.parts.hovers);
  const value = decoded(await hoverAt(hover, open, FILM.length));
  expect(value).toContain('**Positive 81\u00a0%**');
  expect(value).toContain('negative 19\u00a0%');
  expect(value).toContain('(command:saliency.showPanel)');
  expect(await hoverAt(hover, open, FILM.length + 6)).toBe('');
});

test('a hover on what is written below a long text says the same', async () => {
  const long = `${FILM} ${'and so on '.repeat(10)}end`;
  const open = new OpenDocument(`${long}\n\nelse`);
  await explainHere(session.parts);
  const hover = new WordHover(session.parts.ranges, session.parts.current, session.explainer, session.parts.hovers);
  expect(decoded(await hoverAt(hover, open, long.length + 1))).toContain('**Positive 81\u00a0%**');
});

test('a hover shows a word of signs as it is, and lets none of them act', async () => {
  const signs = '|*<b>`[x](command:y)';
  const open = new OpenDocument(signs);
  await explainHere(session.parts);
  const value = await hoverAt(
    new WordHover(session.parts.ranges, session.parts.current, session.explainer, session.parts.hovers),
    open,
    0,
  );
  expect(decoded(value)).toContain(signs);
  expect(value.split('---')[0]).not.toMatch(/<b>|`|\(command|\*<|\|\*/);
});

test('a hover says why a highlight is faint', async () => {
  const open = new OpenDocument('The parcel arrived on Tuesday.');
  await explainHere(session.parts);
  const [range] = session.parts.ranges.of(open.document.uri);
  const neutral = {
    ...range.explanation,
    ...{ target: 'neutral', label: 'neutral', baseProbability: 0.3, method: 'phrase-shapley' as const },
    probabilities: { negative: 0.1, neutral: 0.8, positive: 0.1 },
    words: range.explanation.words.map((word) => ({ ...word, score: word.text.startsWith('Tuesday') ? 2.2 : 0 })),
  };
  const at = neutral.words.findIndex(({ score }) => score > 0);
  expect(at).toBeGreaterThan(0);
  const said = decoded(hoverText({ ...range, explanation: neutral }, highlightOrWordAt(neutral, at)));
  expect(said).toContain('| Note  | Words that support neutral express no opinion, so they are highlighted faintly. |');
  expect(decoded(hoverText(range, highlightOrWordAt(range.explanation, 1)))).not.toContain('faint');
});

/** The Markdown of the hover at an offset; empty: there is none. */
async function hoverAt(hover: WordHover, open: OpenDocument, offset: number): Promise<string> {
  const token = { onCancellationRequested: () => ({ dispose: () => undefined }) } as unknown as CancellationToken;
  const found = await hover.provideHover(open.document, open.document.positionAt(offset), token);
  return (found?.contents as unknown as { value: string } | undefined)?.value ?? '';
}

/** Character references back to characters. */
function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll('&emsp;', ' ');
}
