import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OpenDocument, forgetDocuments } from '../../test/doubles/documents';
import { explanationOf } from '../../test/doubles/explanations';
import { spy } from '../../test/doubles/vscode';
import type { ExplainRequest } from '../engine/explainer';
import { SaliencyError } from '../engine/surface';
import type { Explanation } from '../explain/explanation';
import { explainAgain, explainHere } from './commands/explain';
import { jumpByImportance } from './commands/jump';
import { CurrentRange } from './current-range';
import { TextExplainer } from './explain-texts';
import { ExplainedDocuments } from './explained-documents';
import { WordHover } from './hover';
import { Painter } from './painter';
import type { Parts } from './parts';
import { markSettings } from './settings';

const SCORES = { wonderful: 0.4, drags: -0.2, leads: 0.12, the: 0.05 };
const FILM = 'The hour drags but the leads are wonderful';

const NO_PREFERENCE = { method: undefined, model: { zh: undefined, en: undefined } };

/** Answers at once, unless something holds it. */
class FakeExplainer {
  readonly requests: ExplainRequest[] = [];
  hold: Promise<void> | undefined;
  failure: Error | undefined;

  async explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    this.requests.push(request);
    await this.hold;
    signal?.throwIfAborted();
    if (this.failure) throw this.failure;
    return explanationOf(request.text, undefined, SCORES, { ...this.changes(request) });
  }

  models = () => Promise.resolve([]);
  predict = () => Promise.reject(new Error('nobody asks for it here'));
  batch = () => Promise.reject(new Error('nobody asks for it here'));
  dispose = () => Promise.resolve();

  private changes({ target, method }: ExplainRequest): Partial<Explanation> {
    return { ...(target && { target }), ...(method && { method }) };
  }
}

/** Keeps the answer waiting until the returned function is called. */
function hold(): () => void {
  let release = (): void => undefined;
  explainer.hold = new Promise((resolve) => (release = resolve));
  return release;
}

let explainer: FakeExplainer;
let parts: Parts;
let disposables: { dispose(): unknown }[];
let painter: Painter;

beforeEach(() => {
  explainer = new FakeExplainer();
  const documents = new ExplainedDocuments();
  painter = new Painter(documents, markSettings);
  const current = new CurrentRange(documents, painter, (range, changes) => explainAgain(parts, range, changes));
  const log = { error: () => undefined, warn: () => undefined } as unknown as Parts['log'];
  parts = { explainer, texts: new TextExplainer(explainer, documents), documents, current, log };
  disposables = [documents, painter, current];
});

afterEach(() => {
  disposables.forEach((each) => each.dispose());
  expect(spy.liveDecorationTypes.size).toBe(0);
  forgetDocuments();
});

describe('Explain Sentiment', () => {
  test('explains the paragraph around a cursor, without the white space around it', async () => {
    const open = new OpenDocument(`# Title\n\n  ${FILM} \n\nbehind`);
    open.select(15);
    await explainHere(parts);
    expect(explainer.requests.map(({ text }) => text)).toEqual([FILM]);
    expect(open.shown()).toEqual({
      marked: {
        wonderful: 'positiveBackground4 solid',
        drags: 'negativeBackground3 dashed',
        leads: 'positiveBackground2 solid',
        the: 'positiveBackground1 solid',
      },
      verdicts: ['positive 0.81'],
    });
  });

  test('of the same text again replaces what was there; of another adds to it', async () => {
    const open = new OpenDocument(`${FILM}\n\nso good`);
    open.select(0, 8);
    await explainHere(parts);
    open.select(0, FILM.length);
    await explainHere(parts);
    open.select(FILM.length + 2);
    await explainHere(parts);
    const texts = parts.documents.of(open.document.uri).map(({ explanation }) => explanation.text);
    expect(texts).toEqual([FILM, 'so good']);
  });

  test('where there is nothing says what to do, and asks no model', async () => {
    new OpenDocument('\n\n  \n').select(1);
    await explainHere(parts);
    expect(explainer.requests).toEqual([]);
    expect(spy.messages[0].message).toMatch(/Select some text/);
  });

  test('shows an error with the action that helps, and a later try works', async () => {
    const open = new OpenDocument(FILM);
    const data = { model: 'xx', models: ['en'] };
    explainer.failure = new SaliencyError('There is no model “xx”. There are: en.', 'unknown-model', data);
    spy.answers.push('Choose Model…');
    await explainHere(parts);
    await Promise.resolve();
    const message = 'There is no model “xx”. There are: en.';
    expect(spy.messages).toEqual([{ message, actions: ['Choose Model…', 'Show Log'] }]);
    expect(spy.executed).toContainEqual(['saliency.selectModel']);
    explainer.failure = undefined;
    await explainHere(parts);
    expect(open.shown().verdicts).toEqual(['positive 0.81']);
  });

  test('says which values a wrong setting may have', async () => {
    new OpenDocument(FILM);
    spy.settings.set('saliency.method', 'magic');
    await explainHere(parts);
    expect(spy.messages[0].message).toMatch(/saliency\.method is "magic".*"state-distance"/);
  });

  test('drops an answer to a text that changed meanwhile, and says so', async () => {
    const open = new OpenDocument(FILM);
    const release = hold();
    const done = explainHere(parts);
    open.edit(4, 4, 'second');
    release();
    await done;
    expect(open.shown().marked).toEqual({});
    expect(spy.messages[0].message).toMatch(/text changed/);
  });

  test('keeps the answer where the text only moved meanwhile', async () => {
    const open = new OpenDocument(FILM);
    const release = hold();
    const done = explainHere(parts);
    open.edit(0, 0, '## \n');
    release();
    await done;
    expect(open.shown().marked).toHaveProperty('wonderful');
  });
});

describe('marks', () => {
  test('follow edits, and come back with an undo', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    open.edit(9, 5, 'flies');
    expect(open.shown().marked).not.toHaveProperty('flies');
    expect(open.shown().marked).toHaveProperty('wonderful');
    expect(open.shown().verdicts).toEqual(['positive 0.81 · text changed']);
    open.edit(9, 5, 'drags');
    expect(open.shown().marked).toHaveProperty('drags');
    expect(open.shown().verdicts).toEqual(['positive 0.81']);
  });

  test('are gone after Clear Explanations and when the document closes', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    parts.documents.clear();
    expect(open.shown()).toEqual({ marked: {}, verdicts: [] });
    await explainHere(parts);
    await open.close();
    expect(parts.documents.isEmpty()).toBe(true);
    expect(parts.current.current).toBeUndefined();
  });

  test('survive a change of the document’s language, which closes and opens it at once', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    spy.closed.fire(open);
    await Promise.resolve();
    expect(parts.documents.isEmpty()).toBe(false);
  });

  test('of a saliency are grey and solid, for and against is not said', async () => {
    const open = new OpenDocument(FILM);
    const saliency = explanationOf(
      FILM,
      undefined,
      { wonderful: 0.6, drags: 0.4 },
      { method: 'state-distance', signed: false },
    );
    explainer.explain = () => Promise.resolve(saliency);
    await explainHere(parts);
    expect(open.shown().marked).toEqual({ wonderful: 'neutralBackground4 solid', drags: 'neutralBackground3 solid' });
  });

  test('can do without verdicts, as the settings say', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    spy.settings.set('saliency.marks.verdict', false);
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.marks' });
    open.edit(0, 0, ' ');
    expect(open.shown().marked).toHaveProperty('wonderful');
    expect(open.shown().verdicts).toEqual([]);
  });
});

describe('the current explanation', () => {
  test('is the one the cursor stands in, and says which word', async () => {
    const open = new OpenDocument(`${FILM}\n\nso good`);
    open.select(FILM.length + 2);
    await explainHere(parts);
    open.select(0);
    await explainHere(parts);
    expect(parts.current.current?.explanation.text).toBe(FILM);
    const pointed: (number | undefined)[] = [];
    parts.current.onDidPointAtWord((word) => pointed.push(word));
    open.select(10);
    open.select(FILM.length + 3);
    expect(pointed).toEqual([2, 0]);
    expect(parts.current.current?.explanation.text).toBe('so good');
  });

  test('can be asked for anew, keeping what was asked for before', async () => {
    new OpenDocument(FILM);
    await explainHere(parts, { method: 'gradient-x-input' });
    await parts.current.explainAgain({ target: 'negative' });
    expect(explainer.requests[1]).toMatchObject({ text: FILM, method: 'gradient-x-input', target: 'negative' });
    await parts.current.explainAgain({ language: 'zh' });
    expect(explainer.requests[2]).toEqual({ text: FILM, language: 'zh', preferred: NO_PREFERENCE });
  });

  test('outlines the word that the panel points at', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    parts.current.markWord(1);
    expect(open.shown().marked).toMatchObject({ hour: 'pointed' });
    parts.current.markWord(undefined);
    expect(open.shown().marked).not.toHaveProperty('hour');
  });

  test('is walked through by importance, from the strongest on and round', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    const visited: string[] = [];
    for (let step = 0; step < 5; step++) {
      await jumpByImportance(parts, 1);
      visited.push(FILM.slice(open.offsetAt(open.editor.selection.active)).split(' ')[0]);
    }
    expect(visited).toEqual(['wonderful', 'drags', 'leads', 'the', 'wonderful']);
    expect(spy.executed.filter(([command]) => command === 'editor.action.showHover')).toHaveLength(5);
  });
});

test('a hover says what a word does, and tells the panel', async () => {
  const open = new OpenDocument(FILM);
  await explainHere(parts);
  const pointed: (number | undefined)[] = [];
  parts.current.onDidPointAtWord((word) => pointed.push(word));
  const hover = new WordHover(parts.documents, parts.current);
  const text = hover.provideHover(open.document, open.document.positionAt(10))?.contents as unknown as {
    value: string;
  };
  expect(text.value).toMatch(/\*\*drags\*\* .*▼.* speaks against \*\*positive\*\*/);
  expect(decoded(text.value)).toContain(
    '| Score  | −0.20, rank 2 of 8 |\n|:--|:--|\n| Method  | gradient × input, for positive |',
  );
  expect(pointed).toEqual([2]);
  expect(hover.provideHover(open.document, open.document.positionAt(3))).toBeUndefined();
});

test('a hover shows a word of signs as it is, and lets none of them act', async () => {
  const signs = '|*<b>`[x](command:y)';
  const open = new OpenDocument(signs);
  await explainHere(parts);
  const text = new WordHover(parts.documents, parts.current).provideHover(open.document, open.document.positionAt(0));
  const { value } = text?.contents as unknown as { value: string };
  expect(decoded(value)).toContain(signs);
  expect(value.split('---')[0]).not.toMatch(/<b>|`|\(command|\*<|\|\*/);
});

/** Character references back to characters. */
function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll('&emsp;', ' ');
}
