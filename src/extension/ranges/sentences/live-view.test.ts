import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenDocument, forgetDocuments } from '../../../../test/doubles/documents';
import { explanationOf } from '../../../../test/doubles/explanations';
import { spy } from '../../../../test/doubles/vscode';
import type { ExplainRequest } from '../../../shared/protocol/explainer';
import type { Explanation } from '../../../shared/explanation';
import { markSettings } from '../../activate/settings';
import { PaintedEditors } from '../../highlights/painted-editor';
import { Painter } from '../../highlights/painter';
import type { TextExplainer } from '../explain-texts';
import { LiveView } from './live-view';
import { SentenceAnswers } from './sentence-answers';
import { SentenceRanges } from './sentence-ranges';

/** Whoever types nine keys a second. */
const KEY_MS = 1_000 / 9;
const REST_MS = 500;

let asked: string[];
let answer: (text: string) => Explanation;
let ranges: SentenceRanges;
let disposables: { dispose(): unknown }[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = everyWordCounts;
  let lastId = 0;
  ranges = new SentenceRanges(() => ++lastId);
  const painted = new PaintedEditors();
  const texts = { ask: ({ text }: ExplainRequest) => Promise.resolve(answer(noted(text))) };
  const answers = new SentenceAnswers(texts as unknown as TextExplainer);
  const live = {
    isLive: () => true,
    fewestWords: () => 3,
    rest: () => REST_MS,
    onDidChange: () => ({ dispose: () => undefined }),
  };
  const view = new LiveView(live, answers, ranges, (error) => {
    if (error !== undefined) throw error;
  });
  disposables = [painted, ranges, answers, view, new Painter(ranges, painted, markSettings)];
});

afterEach(() => {
  disposables.forEach((each) => each.dispose());
  forgetDocuments();
  vi.useRealTimers();
});

function noted(text: string): string {
  asked.push(text);
  return text;
}

/** Strong highlights on every word, and another probability for every text: whatever is read is seen. */
function everyWordCounts(text: string): Explanation {
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  const positive = 0.9 - text.length / 1_000;
  const changes = { probabilities: { negative: 1 - positive, positive } };
  return explanationOf(text, words, Object.fromEntries(words.map((word) => [word, 0.4])), changes);
}

/** What one sees, at each moment at which it became another. */
function watching(open: OpenDocument): { readonly changes: number; look(): void } {
  let before = JSON.stringify(open.shown());
  let changes = 0;
  return {
    get changes() {
      return changes;
    },
    look: () => {
      const now = JSON.stringify(open.shown());
      if (now !== before) changes++;
      before = now;
    },
  };
}

/** Highlights that touch the letter at the cursor. */
function onUnfinishedWord(open: OpenDocument): readonly string[] {
  const at = open.offsetAt(open.editor.selection.active);
  const text = open.getText();
  if (!/\p{L}/u.test(text.charAt(at - 1))) return [];
  return [...open.decorations].flatMap(([type, options]) =>
    options
      // What carries a prediction behind the line highlights nothing.
      .filter(({ renderOptions }) => spy.liveDecorationTypes.has(type) && !renderOptions)
      .map(({ range }) => [open.offsetAt(range.start), open.offsetAt(range.end)])
      .filter(([start, end]) => start < end && start < at && at <= end)
      .map(([start, end]) => text.slice(start, end)),
  );
}

/** Types each key, and looks at the screen after each and in between. */
async function typed(open: OpenDocument, keys: string): Promise<number> {
  const seen = watching(open);
  for (const key of keys) {
    open.type(key);
    for (let part = 0; part < 8; part++) {
      seen.look();
      expect(onUnfinishedWord(open)).toEqual([]);
      await vi.advanceTimersByTimeAsync(KEY_MS / 8);
    }
  }
  await vi.advanceTimersByTimeAsync(2 * REST_MS);
  seen.look();
  expect(onUnfinishedWord(open)).toEqual([]);
  return seen.changes;
}

describe('typing 88 characters at nine keys a second', () => {
  const KEYS = 'The room was lovely, but the bathroom smelled awful and nobody at the desk seemed to care';

  test.each([
    ['at the end of a text', 'We came in June.\n\n', '', KEYS],
    ['within a sentence', 'We came in June and ', ' stayed for a week.', KEYS],
    [
      'in several sentences',
      '',
      '',
      'It was lovely. We liked the food a lot. The room smelled awful, though. We left on Sunday.',
    ],
    ['in Chinese', '', '', '房间很漂亮，但是浴室的味道非常难闻，前台没有人理我们。'.repeat(4).slice(0, 88)],
  ])('%s changes what is shown at most 12 times, and highlights no unfinished word', async (_, before, after, keys) => {
    expect(keys.length).toBeGreaterThanOrEqual(88);
    const open = new OpenDocument(before + after);
    open.select(before.length);
    spy.visible.fire([]);
    await vi.advanceTimersByTimeAsync(2 * REST_MS);
    const changes = await typed(open, keys.slice(0, 88));
    expect(changes).toBeGreaterThanOrEqual(2);
    expect(changes).toBeLessThanOrEqual(12);
    expect(asked.at(-1)).toContain(
      keys
        .slice(80, 88)
        .trim()
        .split(/[。. ]/u)[0],
    );
  });
});

test('what is stale is dimmed where it stands until it was read again', async () => {
  const open = new OpenDocument('The lovely room was ours.');
  spy.visible.fire([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(open.shown().marked).toMatchObject({ lovely: 'positiveBackground4 solid' });
  open.select('The'.length);
  open.type(' ');
  open.type('x');
  expect(open.shown().marked).toMatchObject({ lovely: 'stale solid', room: 'stale solid' });
  expect(open.shown().predictions).toEqual(['pos 88 % (dimmed)']);
  await vi.advanceTimersByTimeAsync(REST_MS + 1);
  expect(open.shown().marked).toMatchObject({ lovely: 'positiveBackground4 solid' });
  expect(open.shown().predictions).toEqual(['pos 87 %']);
});

test('a word at which one typed is highlighted once the cursor has left it, with no word asked about again', async () => {
  const open = new OpenDocument('');
  for (const key of 'The room was awful') open.type(key);
  await vi.advanceTimersByTimeAsync(REST_MS + 1);
  expect(Object.keys(open.shown().marked)).toEqual(['room']);
  asked = [];
  open.select(0);
  await vi.advanceTimersByTimeAsync(REST_MS + 1);
  expect(Object.keys(open.shown().marked)).toEqual(['room', 'awful']);
  expect(asked).toEqual([]);
});

test('a word that grows loses its highlight with the first letter', async () => {
  const open = new OpenDocument('They were very good.');
  spy.visible.fire([]);
  await vi.advanceTimersByTimeAsync(0);
  open.select('They were very good'.length);
  open.type('n');
  expect(Object.keys(open.shown().marked)).toEqual(['very']);
});

test('fewer than three words are not spoken of', async () => {
  const open = new OpenDocument('So good!\n\nIt was good!');
  spy.visible.fire([]);
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(ranges.of(open.document.uri).map(({ explanation }) => explanation.text)).toEqual(['It was good!']);
});

test.each([
  ['stays where the other leads by less than five points', 0.52, 'neg 48 %', 'positive'],
  ['changes where the other leads by more', 0.53, 'pos 53 %', 'positive'],
])('a label that is shown %s', async (_, positive, shown, label) => {
  const labels = (share: number) => ({ probabilities: { negative: 1 - share, positive: share } });
  answer = (text) =>
    text.includes('fine')
      ? explanationOf(text, undefined, {}, { label, ...labels(positive) })
      : explanationOf(text, undefined, {}, { label: 'negative', ...labels(0.1) });
  const open = new OpenDocument('The room was.');
  spy.visible.fire([]);
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(open.shown().predictions).toEqual(['neg 90 %']);
  open.edit('The room was'.length, 0, ' fine');
  await vi.advanceTimersByTimeAsync(REST_MS + 1);
  expect(open.shown().predictions).toEqual([shown]);
});
