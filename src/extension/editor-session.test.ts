import type { CancellationToken, CodeActionContext, Position, Range } from 'vscode';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenDocument, forgetDocuments } from '../../test/doubles/documents';
import { explanationOf } from '../../test/doubles/explanations';
import { Range as SelectedRange, spy } from '../../test/doubles/vscode';
import type { BatchResult } from '../shared/protocol/batch';
import type { BatchRequest, ExplainRequest, PredictRequest } from '../shared/protocol/explainer';
import { SaliencyError } from '../shared/saliency-error';
import type { Counterfactuals } from '../shared/studies';
import type { Explanation, Prediction } from '../shared/explanation';
import { explainAgain, explainHere, explainSentences } from './commands/explain';
import { explainDocument } from './commands/explain-document';
import { jumpToHighlight } from './commands/jump';
import { FlipActions } from './changes/flip-actions';
import { MergedRanges } from './ranges/merged-ranges';
import { CurrentRangeTracker } from './ranges/current-range';
import { TextExplainer } from './ranges/explain-texts';
import { ExplainedRangeStore } from './ranges/explained-ranges';
import { WordHover } from './hover/hover';
import { PaintedEditors } from './highlights/painted-editor';
import { ReadOnlyTexts } from './wording/read-only-texts';
import { FactFinder } from './hover/word-facts';
import { Painter } from './highlights/painter';
import { PredictionLenses } from './highlights/prediction-lenses';
import type { Services } from './activate/services';
import { LiveSwitch } from './ranges/sentences/live-switch';
import { LiveView } from './ranges/sentences/live-view';
import { SentenceAnswers } from './ranges/sentences/sentence-answers';
import { SentenceRanges } from './ranges/sentences/sentence-ranges';
import { TintPainter } from './ranges/sentences/tint-painter';
import { WholeDocuments } from './ranges/sentences/whole-documents';
import { markSettings } from './activate/settings';

const SCORES = { wonderful: 0.4, drags: -0.2, leads: 0.12, the: 0.05 };
const FILM = 'The hour drags but the leads are wonderful';

const NO_PREFERENCE = { method: undefined, model: { zh: undefined, en: undefined } };

/** Answers at once, unless something holds it. */
const notAsked = () => Promise.reject(new Error('No test here asks for it.'));

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

  trust = notAsked;
  agreement = notAsked;
  whatIf = notAsked;
  searches = 0;

  /** One word to replace, and two to remove. */
  counterfactuals = ({ text }: ExplainRequest): Promise<Counterfactuals> => {
    this.searches++;
    const [at, the] = ['wonderful', 'The '].map((word) => text.indexOf(word));
    const flipped = { label: 'negative', probabilities: { negative: 0.7, positive: 0.3 } };
    const replace = { start: at, end: at + 'wonderful'.length, newText: 'dull' };
    const remove = [
      { start: the, end: the + 4, newText: '' },
      { start: at, end: at + 'wonderful'.length, newText: '' },
    ];
    return Promise.resolve({
      model: 'en',
      label: 'positive',
      probabilities: { negative: 0.19, positive: 0.81 },
      removals: { found: [{ words: [0, 7], edits: remove, ...flipped }], proven: true, tried: 9 },
      replacements: { found: [{ words: [7], edits: [replace], from: 'wonderful', to: 'dull', ...flipped }], tried: 5 },
    });
  };

  trace = notAsked;
  card = notAsked;
  seen = ({ word }: { readonly word: string }) =>
    Promise.resolve(word === 'drags' ? { negative: 1214, positive: 31 } : undefined);
  models = () => Promise.resolve([]);
  readonly predicted: string[] = [];
  batches: readonly string[][] = [];

  predict = ({ text }: PredictRequest): Promise<Prediction> => {
    this.predicted.push(text);
    const probabilities = { negative: 0.67, positive: 0.33 };
    return Promise.resolve({ ...explanationOf(text), label: 'negative', probabilities });
  };

  /** Positive where the text is wonderful. */
  batch = ({ texts }: BatchRequest): Promise<readonly BatchResult[]> => {
    this.batches = [...this.batches, [...texts]];
    return Promise.resolve(
      texts.map((text) => ({
        ...explanationOf(text),
        label: text.includes('wonderful') ? 'positive' : 'negative',
      })),
    );
  };

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
let parts: Services;
let disposables: { dispose(): unknown }[];
let painter: Painter;

beforeEach(() => {
  explainer = new FakeExplainer();
  const painted = new PaintedEditors();
  let lastId = 0;
  const newId = () => ++lastId;
  const documents = new ExplainedRangeStore(newId);
  const sentences = new SentenceRanges(newId);
  const ranges = new MergedRanges(documents, sentences);
  painter = new Painter(ranges, painted, markSettings);
  const current = new CurrentRangeTracker(ranges, painter, (range, changes) => explainAgain(parts, range, changes));
  const log = { error: () => undefined, warn: () => undefined } as unknown as Services['log'];
  const texts = new TextExplainer(explainer, documents);
  const answers = new SentenceAnswers(texts);
  const whole = new WholeDocuments(answers);
  const live = new LiveSwitch(whole);
  const liveView = new LiveView(live, answers, sentences, () => undefined);
  const tints = new TintPainter(whole, markSettings);
  parts = {
    explainer,
    texts,
    documents,
    ranges,
    whole,
    live,
    current,
    facts: new FactFinder(explainer),
    readOnly: new ReadOnlyTexts(),
    log,
  };
  disposables = [painted, documents, painter, current, answers, whole, live, liveView, tints, sentences];
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
        drags: 'negativeBackground2 dashed',
        leads: 'positiveBackground2 solid',
      },
      predictions: ['pos 81 %'],
    });
  });

  test('of code explains the comment around a cursor, and says so where there is none', async () => {
    const open = new OpenDocument(`run();\n// ${FILM}\nstop();`);
    open.languageId = 'typescript';
    open.select(12);
    await explainHere(parts);
    expect(explainer.requests.map(({ text }) => text)).toEqual([FILM]);
    open.select(0);
    await explainHere(parts);
    expect(explainer.requests).toHaveLength(1);
    expect(spy.messages[0].message).toMatch(/comments and strings/);
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
    expect(open.shown().predictions).toEqual(['pos 81 %']);
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
    expect(open.shown().predictions).toEqual(['pos 81 % (dimmed)']);
    open.edit(9, 5, 'drags');
    expect(open.shown().marked).toHaveProperty('drags');
    expect(open.shown().predictions).toEqual(['pos 81 %']);
  });

  test('are gone after Clear Explanations and when the document closes', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    parts.documents.clear();
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
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

  test.each([
    ['afterText', ['pos 81 %'], []],
    ['statusBar', [], []],
    ['codeLens', [], []],
    ['gutter', [], ['positive']],
  ])('stand beside a prediction where the setting has it: %s', async (placement, behind, signs) => {
    spy.settings.set('saliency.predictionPlacement', placement);
    const open = new OpenDocument(FILM);
    await explainHere(parts);
    expect(open.shown()).toMatchObject({ marked: { wonderful: 'positiveBackground4 solid' }, predictions: behind });
    expect(open.signs()).toEqual(signs);
    spy.settings.set('saliency.predictionPlacement', 'afterText');
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.predictionPlacement' });
    expect(open.shown().predictions).toEqual(['pos 81 %']);
    expect(open.signs()).toEqual([]);
  });

  test('leave the prediction of a long line that does not wrap to the gutter', async () => {
    const open = new OpenDocument(`${FILM} ${'and so on '.repeat(10)}`);
    await explainHere(parts);
    expect([open.shown().predictions, open.signs()]).toEqual([[], ['positive']]);
    spy.settings.set('editor.wordWrap', 'on');
    parts.documents.clear();
    await explainHere(parts);
    expect([open.shown().predictions, open.signs()]).toEqual([['pos 81 %'], []]);
  });

  test('are missed in words where a text has none', async () => {
    const open = new OpenDocument('It is a film');
    await explainHere(parts);
    expect(open.shown()).toEqual({ marked: {}, predictions: ['pos 81 %, no highlights'] });
  });
});

describe('the live view', () => {
  const LIVE = 'The hour drags. The leads are wonderful.\n\nI read the book.';
  const asked = () => explainer.requests.map(({ text }) => text);

  beforeEach(() => {
    vi.useFakeTimers();
    spy.settings.set('saliency.live.languages', ['plaintext']);
    spy.settings.set('saliency.live.enabled', true);
  });
  afterEach(() => vi.useRealTimers());

  const rest = () => vi.advanceTimersByTimeAsync(600);

  test('explains the sentences in view, each by itself, with the predictions at the ends of the lines', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual(['The hour drags.', 'The leads are wonderful.', 'I read the book.']);
    expect(open.shown().predictions).toEqual(['pos 81 % · pos 81 %', 'pos 81 %']);
    expect(open.shown().marked).toHaveProperty('leads');
  });

  test('asks again only about the sentence that changed, once the keys rest', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    explainer.requests.length = 0;
    for (const letter of 'still ') {
      open.edit(LIVE.indexOf('drags'), 0, letter);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(asked()).toEqual([]);
    await rest();
    expect(asked()).toEqual(['The hour  llitsdrags.']);
    expect(parts.ranges.of(open.document.uri).map(({ explanation }) => explanation.text)).toEqual([
      'The hour  llitsdrags.',
      'The leads are wonderful.',
      'I read the book.',
    ]);
  });

  test('cancels what is asked about a text that changes', async () => {
    const open = new OpenDocument(LIVE);
    const release = hold();
    spy.visible.fire([]);
    await rest();
    open.edit(0, 3, 'An');
    release();
    await rest();
    expect(asked()).toEqual(['The hour drags.', 'An hour drags.', 'The leads are wonderful.', 'I read the book.']);
    expect(open.shown().predictions).toHaveLength(2);
  });

  test('is off where the switch is off, and for code', async () => {
    const open = new OpenDocument(LIVE);
    open.languageId = 'typescript';
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual([]);
    open.languageId = 'plaintext';
    spy.visible.fire([]);
    await rest();
    expect(open.shown().predictions).toHaveLength(2);
    spy.settings.set('saliency.live.enabled', false);
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.live' });
    await rest();
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
  });

  test('reads the comments of code where one wants its language read, and no more', async () => {
    spy.settings.set('saliency.live.languages', ['typescript']);
    const open = new OpenDocument(
      'const awful = 1;\n// The leads are wonderful. I read it.\nterrible(awful, bad, sad);',
    );
    open.languageId = 'typescript';
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual(['The leads are wonderful.', 'I read it.']);
  });

  test('yields to what is explained by hand', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    open.select(0);
    await explainHere(parts);
    const texts = parts.ranges.of(open.document.uri).map(({ explanation }) => explanation.text);
    expect(texts).toEqual(['The hour drags. The leads are wonderful.', 'I read the book.']);
  });

  test('reads only what is in view of a long file, and sends nothing again that did not change', async () => {
    const open = new OpenDocument(Array.from({ length: 2_000 }, (_, line) => `Number ${line} drags.`).join('\n\n'));
    spy.visible.fire([]);
    await rest();
    expect(asked().length).toBeLessThan(30);
    open.messages = 0;
    open.edit(0, 0, 'X');
    await rest();
    // The words of the line that changed share their kind of mark with others: one message for it, one for the predictions.
    expect(open.messages).toBeLessThanOrEqual(2);
    open.messages = 0;
    open.edit(0, 0, '\n\n');
    await rest();
    expect(open.messages).toBeLessThanOrEqual(2);
  });
});

describe('a whole document', () => {
  test('has each sentence judged and tinted, and kept so while it is edited', async () => {
    vi.useFakeTimers();
    const open = new OpenDocument('The hour drags. The leads are wonderful.');
    const done = explainDocument(parts);
    await vi.advanceTimersByTimeAsync(100);
    await done;
    expect(open.shown().tinted).toEqual({
      'The hour drags.': 'negativeSentence',
      'The leads are wonderful.': 'positiveSentence',
    });
    expect(open.shown().marked).toHaveProperty('leads');
    open.edit(0, 3, 'One');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(explainer.batches.flat()).toEqual(['The hour drags.', 'The leads are wonderful.']);
    expect(Object.keys(open.shown().tinted!)).toEqual(['One hour drags.', 'The leads are wonderful.']);
    parts.whole.remove();
    await vi.advanceTimersByTimeAsync(100);
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
    vi.useRealTimers();
  });
});

test('a text of thousands of words is read sentence by sentence, and the status bar says what it reads as', async () => {
  vi.useFakeTimers();
  const open = new OpenDocument('The hour drags. The leads are wonderful and so is this. '.repeat(200));
  const done = explainHere(parts);
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  expect(parts.whole.has(open.document.uri)).toBe(true);
  // Two sentences, each two hundred times: read once each.
  expect(explainer.batches.flat()).toHaveLength(2);
  expect(spy.messages.at(-1)?.message).toMatch(/^Read sentence by sentence \(400\)\. The document: positive 81/);
  vi.useRealTimers();
});

test('each sentence of a selection is explained by itself', async () => {
  const open = new OpenDocument('The hour drags. The leads are wonderful. So good.');
  open.select(4, 40);
  await explainSentences(parts);
  expect(explainer.requests.map(({ text }) => text)).toEqual(['hour drags.', 'The leads are wonderful.']);
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

  test('is walked through by its highlights, from the cursor on; at both ends it says so', async () => {
    const open = new OpenDocument(`${FILM}\n\n${FILM}`);
    await explainHere(parts);
    open.select(FILM.length + 2);
    await explainHere(parts);
    open.select(0);
    const visited: string[] = [];
    const go = async (step: 1 | -1): Promise<void> => {
      await jumpToHighlight(parts, step);
      visited.push(FILM.slice(open.offsetAt(open.editor.selection.active) % (FILM.length + 2)).split(' ')[0]);
    };
    for (let step = 0; step < 7; step++) await go(1);
    expect(visited).toEqual(['drags', 'leads', 'wonderful', 'drags', 'leads', 'wonderful', 'wonderful']);
    expect(spy.messages.at(-1)?.message).toBe('Last of 6 highlights');
    visited.length = 0;
    for (let step = 0; step < 6; step++) await go(-1);
    expect(visited).toEqual(['leads', 'drags', 'wonderful', 'leads', 'drags', 'drags']);
    expect(spy.messages.at(-1)?.message).toBe('First of 6 highlights');
    expect(spy.executed.filter(([command]) => command === 'editor.action.showHover')).toHaveLength(11);
  });

  test('without highlights says why there is none to go to', async () => {
    new OpenDocument('It is a film');
    await explainHere(parts);
    await jumpToHighlight(parts, 1);
    expect(spy.messages.at(-1)?.message).toMatch(/^Nothing is highlighted: no phrase/);
  });
});

test('a hover says what a word does, and tells the panel', async () => {
  const open = new OpenDocument(FILM);
  await explainHere(parts);
  const pointed: (number | undefined)[] = [];
  parts.current.onDidPointAtWord((word) => pointed.push(word));
  const hover = new WordHover(parts.ranges, parts.current, parts.facts);
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
  expect(decoded(value)).toContain('| Seen in training  | negative 1,214 · positive 31 |');
  expect(value).not.toContain('Log-odds');
  parts.facts.logOdds = true;
  expect(decoded(await hoverAt(hover, open, 10))).toContain('| Log-odds  | −0.20 |');
  expect(pointed).toEqual([2, 2]);
  expect(explainer.predicted[0]).toBe(FILM.replace('drags ', ''));
  expect(await hoverAt(hover, open, 3)).toBe('');
});

test('a hover behind a line says in full what was predicted, and opens the panel', async () => {
  const open = new OpenDocument(`${FILM}\n\nelse`);
  await explainHere(parts);
  const hover = new WordHover(parts.ranges, parts.current, parts.facts);
  const value = decoded(await hoverAt(hover, open, FILM.length));
  expect(value).toContain('**Positive 81\u00a0%**');
  expect(value).toContain('negative 19\u00a0%');
  expect(value).toContain('(command:saliency.showPanel)');
  expect(await hoverAt(hover, open, FILM.length + 6)).toBe('');
});

test('predictions on a line of their own name the strongest words of both sides', async () => {
  spy.settings.set('saliency.predictionPlacement', 'codeLens');
  const open = new OpenDocument(FILM);
  await explainHere(parts);
  const lenses = new PredictionLenses(parts.ranges);
  const titles = lenses.provideCodeLenses(open.document).map(({ command }) => command?.title);
  expect(titles).toEqual(['Positive 81\u00a0% · wonderful, leads · contradicted by drags · Explain', 'Next highlight']);
  expect(spy.providers.size).toBe(1);
  lenses.dispose();
  expect(spy.providers.size).toBe(0);
});

test('a hover shows a word of signs as it is, and lets none of them act', async () => {
  const signs = '|*<b>`[x](command:y)';
  const open = new OpenDocument(signs);
  await explainHere(parts);
  const value = await hoverAt(new WordHover(parts.ranges, parts.current, parts.facts), open, 0);
  expect(decoded(value)).toContain(signs);
  expect(value.split('---')[0]).not.toMatch(/<b>|`|\(command|\*<|\|\*/);
});

describe('quick fixes', () => {
  const NEVER = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

  const actionsAt = (open: OpenDocument, offset: number, triggerKind: number, fixes: FlipActions) => {
    const at = open.document.positionAt(offset);
    const context = { triggerKind } as unknown as CodeActionContext;
    const range = new SelectedRange(at, at) as unknown as Range;
    return fixes.provideCodeActions(open.document, range, context, NEVER);
  };

  test('are searched for by hand only, and say what the text becomes', async () => {
    const open = new OpenDocument(`Title\n\n${FILM}`);
    open.select(10);
    await explainHere(parts);
    const fixes = new FlipActions(parts.ranges, explainer);
    const offered = await actionsAt(open, 10, 2, fixes);
    expect(offered.map(({ title }) => title)).toEqual(['What would change the prediction…']);
    expect(explainer.searches).toBe(0);
    const found = await actionsAt(open, 10, 1, fixes);
    expect(found.map(({ title }) => title)).toEqual([
      'Replace “wonderful” by “dull”: becomes negative 70\u00a0%',
      'Remove “The” and “wonderful”: becomes negative 70\u00a0%',
    ]);
    await actionsAt(open, 10, 2, fixes);
    expect(explainer.searches).toBe(1);
    const { replaced } = found[0].edit as unknown as {
      replaced: [object, { start: Position; end: Position }, string][];
    };
    const [[, { start, end }, text]] = replaced;
    expect([open.offsetAt(start), open.offsetAt(end), text]).toEqual([7 + 33, 7 + 42, 'dull']);
  });

  test('are not offered beside explained texts, nor for a text that was edited since', async () => {
    const open = new OpenDocument(`Title\n\n${FILM}`);
    open.select(10);
    await explainHere(parts);
    const fixes = new FlipActions(parts.ranges, explainer);
    expect(await actionsAt(open, 2, 1, fixes)).toEqual([]);
    open.edit(12, 1, 'X');
    expect(await actionsAt(open, 10, 1, fixes)).toEqual([]);
    expect(explainer.searches).toBe(0);
  });
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
