import { describe, expect, test } from 'vitest';
import type { ModelSummary } from '../../shared/protocol/explainer';
import { formView, type FormState } from './form-view';
import { nameProblem, suggestedName } from './model-names';
import type { CheckpointPlace } from '../../shared/fine-tuning';
import { outcomeSummary, stopOf, textOfStop } from './outcome-text';
import { outcomeView, shownRows } from './outcome-view';
import { runView, shortProgress } from './run-view';
import { checkSample, progressSample, resultSample } from './testing/fine-tuning-samples';
import { runsInAnotherWindow, isInterrupted, SILENCE_MS, type TrainingRecord } from './training-record';

const LABELS = ['negative', 'neutral', 'positive'];
const model = (name: string, language: 'en' | 'zh', labels = LABELS): ModelSummary => ({ name, language, architecture: '', labels, methods: [], bytes: 1, measured: [] }); // prettier-ignore
const MODELS = [model('en', 'en'), model('zh', 'zh'), model('en-five', 'en', ['very negative', 'negative', 'neutral', 'positive', 'very positive'])]; // prettier-ignore

const state = (changes: Partial<FormState> = {}): FormState => ({
  ...{ source: 'tickets.csv', text: 'message', label: 'mood', reviewed: false },
  ...{
    damaged: 0,
    notUnderstood: [],
    withoutLabel: 0,
    otherLanguages: 0,
    start: 'best',
    best: 'en',
    name: 'mine',
    options: {},
    cores: 1,
  },
  check: checkSample(),
  ...changes,
});

const record = (changes: Partial<TrainingRecord> = {}): TrainingRecord => ({
  ...{ name: 'english-tickets', source: 'tickets.csv', session: 'a', at: 100_000, epoch: 3, state: 'running' },
  ...{ startedFrom: 'English (default)', unlabelled: 0, decided: 'open' },
  ...changes,
});

describe('the form', () => {
  test('says what is left out and what is done, and counts further copies of a text, not the text', () => {
    const { checks, rows, start } = formView(state({ withoutLabel: 4 }), MODELS);
    expect(rows).toBe(400);
    expect(start.best).toEqual({ title: 'English (default)', sameLanguage: true, sameLabels: true });
    expect(checks).toEqual([
      { kind: 'enough', rows: 400, heldOut: 80 },
      { kind: 'duplicates', rows: 2 },
      { kind: 'conflicts', texts: 1 },
      { kind: 'withoutWords', rows: 1 },
      { kind: 'unlabelled', rows: 4 },
      { kind: 'rare', label: 'neutral', share: 0.05, weight: 3.3 },
      { kind: 'replay', texts: 1_200 },
    ]);
  });

  test('with too few rows it cannot start, and says why; nothing is said of how it would be measured', () => {
    const check = checkSample({ rows: 12, obstacles: [{ code: 'too-few-rows', rows: 12, needed: 30 }] });
    const { blocked, checks } = formView(state({ check }), MODELS);
    expect(blocked).toBe('At least 30 labelled rows are needed; there are 12.');
    expect(checks[0]).toEqual({ kind: 'tooFew', rows: 12, least: 30 });
    expect(checks.some(({ kind }) => kind === 'enough' || kind === 'folds')).toBe(false);
  });

  test('without a column of labels the person is asked for it, and nothing is said of rows that are not there', () => {
    const obstacles = [
      { code: 'too-few-rows', rows: 0, needed: 30 },
      { code: 'too-few-labels', labels: [] },
    ] as const;
    const nothing = { rows: 0, obstacles, duplicates: [], conflicts: [], withoutWords: [], rare: [] };
    const classes = LABELS.map((label) => ({ label, rows: 0 }));
    const check = checkSample({ ...nothing, classes });
    const view = formView(state({ check, label: undefined, withoutLabel: 240 }), MODELS);
    expect(view.blocked).toBe('No column was found that holds labels: choose it with Change… beside Rows.');
    expect(view.checks).toEqual([{ kind: 'unlabelled', rows: 240 }]);
    expect(view).toMatchObject({ rows: 0, classes: [] });
    expect(view.seconds).toBeUndefined();
    const empty = formView(state({ check, withoutLabel: 240 }), MODELS);
    expect(empty.blocked).toBe('At least 30 labelled rows are needed; there are 0.');
    expect(empty.checks.map(({ kind }) => kind)).toEqual(['tooFew', 'unlabelled']);
  });

  test('another model: other labels and another language are told', () => {
    const { start } = formView(state({ start: 'other', other: 'zh' }), MODELS);
    expect(start.other).toEqual({ title: 'Chinese (default)', sameLanguage: false, sameLabels: true });
    expect(formView(state({ other: 'en-five' }), MODELS).start.other).toMatchObject({ sameLabels: false });
    const check = checkSample({ startsFrom: 'zh', newOutput: true, replayed: 0 });
    const { checks, blocked } = formView(state({ start: 'other', other: 'zh', check }), MODELS);
    expect(blocked).toBeUndefined();
    expect(checks).toContainEqual({ kind: 'otherLanguage', start: 'zh', rows: 'en' });
    expect(checks.some(({ kind }) => kind === 'newHead')).toBe(false);
  });

  test('a model that was imported cannot be the start, and the form says so', () => {
    const check = checkSample({ obstacles: [{ code: 'imported-start', model: 'mine' }] });
    expect(formView(state({ start: 'other', other: 'mine', check }), MODELS).blocked).toBe(
      'mine was imported from Keras: such models cannot be fine-tuned. Choose another start.',
    );
  });

  test('classes that are no sentiments have no sentiment’s hue', () => {
    const check = checkSample({ labels: ['joy', 'anger'], classes: [{ label: 'joy', rows: 40 }, { label: 'anger', rows: 30 }], newOutput: true, replayed: 0 }); // prettier-ignore
    const view = formView(state({ check }), MODELS);
    expect(view.classes.map(({ tone }) => tone)).toEqual(['neutral', 'neutral']);
    expect(view.newHead).toBe(true);
    expect(view.checks.some(({ kind }) => kind === 'newHead')).toBe(true);
  });
});

test('names are suggested that can be a folder’s, and those that cannot are told', () => {
  expect(suggestedName('en', 'Support tickets (2024).csv.gz', [])).toBe('english-support-tickets-2024');
  expect(suggestedName('zh', '客服工单.csv', [])).toBe('chinese-客服工单');
  expect(suggestedName('en', 'a.csv', ['english-a', 'ENGLISH-A-2'])).toBe('english-a-3');
  expect(suggestedName('en', `${'x'.repeat(200)}.csv`, []).length).toBeLessThanOrEqual(60);
  for (const good of ['mine', '中文-工单', 'a.b_c-1']) expect(nameProblem(good, []), good).toBeUndefined();
  for (const bad of ['', ' ', '../up', 'a/b', 'a\\b', '.hidden', 'con', 'LPT1', 'x'.repeat(61), 'dot.'])
    expect(nameProblem(bad, []), bad).toBeTypeOf('string');
  expect(nameProblem('Mine', ['mine'])).toBe('There is a model of this name already.');
});

describe('a run', () => {
  const facts = { source: 'tickets.csv', name: 'mine', cores: 4 };

  test('is in the epoch after those that are done; what it was before is the point before training', () => {
    const view = runView(facts, progressSample());
    expect(view).toMatchObject({ state: 'training', epoch: 3, epochs: 6, share: 0.4, saved: 2, cores: [2, 4] });
    expect(view.before).toEqual({ own: 0.7, general: 0.9 });
    expect(view.points).toHaveLength(3);
    expect(view.losses).toEqual([{ epoch: 1, loss: 0.7 }, { epoch: 2, loss: 0.5 }]); // prettier-ignore
    expect(shortProgress(view)).toBe('Training 40 %');
  });

  test('says what was asked of it until it is done, and that a checkpoint was damaged', () => {
    expect(runView({ ...facts, asked: 'pause' }, progressSample()).state).toBe('pausing');
    expect(runView({ ...facts, asked: 'pause' }, progressSample({ paused: true })).state).toBe('paused');
    expect(runView({ ...facts, asked: 'cancel' }, progressSample({ paused: true })).state).toBe('cancelling');
    expect(runView(facts, undefined)).toMatchObject({ state: 'preparing', share: 0 });
    expect(runView(facts, progressSample({ resumed: { epoch: 2, damaged: true } })).notice).toMatch(/epoch 2/);
    expect(runView(facts, progressSample({ resumed: { epoch: 2, damaged: false } })).notice).toBeUndefined();
  });

  test('what follows its epochs is measuring, not getting ready, and its curves stay', () => {
    for (const phase of ['reasons', 'measuring', 'writing'] as const) {
      const view = runView(facts, progressSample({ phase }));
      expect(view.state, phase).toBe('measuring');
      expect(view.points, phase).toHaveLength(3);
    }
  });

  test('its last epoch is not one more than there are', () => {
    expect(runView(facts, progressSample({ epoch: 6, phase: 'measuring' }))).toMatchObject({ epoch: 6, state: 'measuring' }); // prettier-ignore
  });
});

describe('a result', () => {
  const facts = { record: record({ state: 'done', results: 'memory:/t.ndjson', unlabelled: 90 }), folder: 'tickets/', hasWorkspace: true, replaces: 'en', marks: new Map() }; // prettier-ignore

  test('has the figures of the training, and its rows by what became of them', () => {
    const view = outcomeView(resultSample(), facts);
    expect(view.accuracy).toEqual({
      n: 80,
      before: 0.7,
      after: 0.85,
      interval: [expect.closeTo(0.8), expect.closeTo(0.9)],
      difference: [0.06, 0.24],
    });
    expect(view.changes.mended.shown.map(({ row }) => row)).toEqual([2]);
    expect(view.changes.broken.shown.map(({ row }) => row)).toEqual([6]);
    expect(view.changes.wrong.shown[0]).toMatchObject({ index: 6, cut: true });
    expect(view.next).toEqual({ rows: 2, of: 90 });
    expect(view.date).toBe('July 8, 2026');
    expect(shownRows(resultSample()).map(({ row }) => row)).toEqual([0, 5, 6]);
  });

  test('of new classes has no before, and what is wrong is wrong', () => {
    const [first, ...others] = resultSample().rows;
    const rows = [{ ...first, outcome: 'wrong' as const, before: undefined }, ...others.slice(3)];
    const own = { n: 80, after: resultSample().own.after };
    const view = outcomeView(resultSample({ rows, own, general: undefined, newOutput: true }), facts);
    expect(view.accuracy.before).toBeUndefined();
    expect(view.general).toBeUndefined();
    expect(view.changes.wrong).toMatchObject({ rows: 1 });
    expect(outcomeSummary(resultSample({ own }))).toBe('right on 85.0 % of your rows');
  });

  test('is better only where its interval is above zero', () => {
    expect(outcomeSummary(resultSample())).toBe('better on your rows: 70.0 % → 85.0 %');
    const own = { ...resultSample().own, change: { points: 0.15, low: -0.01, high: 0.3 } };
    expect(outcomeSummary(resultSample({ own }))).toBe('perhaps better: 70.0 % → 85.0 %');
  });
});

test('a window that is silent has gone: then its training was interrupted, and before that it is elsewhere', () => {
  const own = 'b';
  expect(runsInAnotherWindow(record(), own, 100_000 + SILENCE_MS - 1)).toBe(true);
  expect(isInterrupted(record(), own, 100_000 + SILENCE_MS - 1)).toBe(false);
  expect(runsInAnotherWindow(record(), own, 100_000 + SILENCE_MS)).toBe(false);
  expect(isInterrupted(record(), own, 100_000 + SILENCE_MS)).toBe(true);
  // A window that was closed said so.
  expect(isInterrupted(record({ at: 0 }), own, 100_001)).toBe(true);
  expect(isInterrupted(record({ state: 'done', at: 0 }), own, 200_000)).toBe(false);
  expect(stopOf(record({ state: 'failed', problem: 'Full.', otherFolder: true }), false)).toMatchObject({ why: 'failed', problem: 'Full.', otherFolder: true }); // prettier-ignore
});

test('a training that was interrupted says where its last checkpoint is, whatever the record says', () => {
  const remains = { name: 'mine', source: 'tickets.csv', out: 'memory:/mine' };
  const saved = (of: CheckpointPlace) => ({ ...remains, saved: of });
  expect(stopOf(record(), false)).toMatchObject({ why: 'interrupted', canResume: false });
  expect(stopOf(record(), false, remains)).toMatchObject({ canResume: true });
  expect(stopOf(record(), false, remains).saved).toBeUndefined();
  expect(stopOf(record({ epoch: 0 }), false, saved({ epoch: 2 })).saved).toEqual({ epoch: 2 });
  expect(textOfStop(record(), remains)).toMatch(/before its first checkpoint; it would start over/);
  expect(textOfStop(record(), saved({ epoch: 0 }))).toMatch(/in its first epoch; it goes on/);
  expect(textOfStop(record(), saved({ epoch: 2 }))).toMatch(/after epoch 2; it goes on/);
  expect(textOfStop(record(), saved({ epoch: 1, fold: { at: 2, of: 5 } }))).toMatch(/in part 2 of 5; it goes on/);
});
