import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { HostToTraining } from '../../src/shared/protocol/host-to-training';
import type { NotificationOf } from '../../src/shared/rpc/notifications';
import type { TrainingPageMessage } from '../../src/shared/protocol/training-to-host';
import type { TrainingView } from '../../src/shared/protocol/training-page';
import { problems } from '../editor/accessibility';
import { openBuiltPage } from '../panel/open-page';
import { browserForTests, PICTURES } from '../panel/page-tests';
import { trainingStringsOf, type DisplayLanguage } from '../panel/strings-of';
import { formSample, resultSample, runSample, stopSample, type SampleLanguage } from '../panel/training-sample';
import type { ThemeName } from '../panel/themes';

type Opened = Awaited<ReturnType<typeof openBuiltPage<TrainingPageMessage, NotificationOf<HostToTraining>>>>;

const browser = browserForTests();
let opened: Opened;

async function open(width: number, theme: ThemeName, language: DisplayLanguage, view: TrainingView): Promise<Page> {
  const strings = trainingStringsOf(language);
  const initial = JSON.stringify({ language, strings });
  opened = await openBuiltPage(browser(), 'training', strings.title, initial, { width, theme, language });
  await opened.post({ type: 'show', view });
  await opened.page.locator('h1, .state').first().waitFor();
  return opened.page;
}

const messages = async () => (await opened.sent()).filter(({ type }) => type !== 'ready');

const VIEWS: Readonly<Record<string, (language: SampleLanguage) => TrainingView>> = {
  form: (language) => ({ stage: 'form', form: formSample(language) }),
  running: (language) => ({ stage: 'running', run: runSample(language) }),
  result: (language) => ({ stage: 'result', result: resultSample(language) }),
};

const CASES: readonly (readonly [width: number, theme: ThemeName, language: DisplayLanguage])[] = [
  [880, 'light', 'en'],
  [880, 'dark', 'zh-Hans'],
  [480, 'dark', 'en'],
  [480, 'hcLight', 'zh-Hans'],
  [300, 'hc', 'en'],
  [300, 'light', 'zh-Hans'],
];

describe.each(Object.keys(VIEWS))('the %s of a training', (stage) => {
  test.each(CASES)('at %i px, %s, %s: readable, inside its page, without errors', async (width, theme, language) => {
    const page = await open(width, theme, language, VIEWS[stage](language === 'en' ? 'en' : 'zh'));
    await page.screenshot({ path: join(PICTURES, `train-${stage}-${width}-${theme}-${language}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe('before the start', () => {
  test('each line asks to be changed, the name is told as it is typed, Enter starts', async () => {
    const page = await open(880, 'light', 'en', { stage: 'form', form: formSample('en') });
    for (const name of ['Rows', 'Labels', 'Keep in'])
      await page.getByRole('button', { name: `Change…: ${name}` }).click();
    await page.getByRole('radio', { name: 'From scratch' }).click();
    await page.getByRole('button', { name: /^Show: 31 duplicates/ }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('mine');
    await name.press('Enter');
    expect(await messages()).toEqual([
      { type: 'changeRows' },
      { type: 'changeLabels' },
      { type: 'changeFolder' },
      { type: 'chooseStart', start: 'scratch' },
      { type: 'showRows', kind: 'duplicates' },
      { type: 'rename', name: 'mine' },
      { type: 'start' },
    ]);
    // What is chosen is what the host says, not what was clicked.
    expect(await page.getByRole('radio', { name: 'English 2.0' }).isChecked()).toBe(true);
  });

  test('advanced options are told when they are valid, and are as before when they are not', async () => {
    const form = formSample('en');
    const page = await open(480, 'dark', 'en', { stage: 'form', form });
    await page.getByText('Advanced: epochs').click();
    const epochs = page.getByRole('spinbutton', { name: 'Epochs, at most' });
    await epochs.fill('0');
    await epochs.blur();
    expect(await epochs.inputValue()).toBe('6');
    await epochs.fill('9');
    await epochs.blur();
    expect(await messages()).toEqual([{ type: 'setOptions', options: { ...form.options, epochs: 9 } }]);
  });

  test('with too few rows the button is off, and the reason stands beside it', async () => {
    const blocked = 'At least 30 rows are needed; there are 12.';
    const checks = [{ kind: 'tooFew', rows: 12, least: 30 }] as const;
    const page = await open(300, 'hc', 'en', { stage: 'form', form: formSample('en', { rows: 12, checks, blocked }) });
    const button = page.getByRole('button', { name: 'Train Model' });
    expect(await button.isDisabled()).toBe(true);
    expect(await button.getAttribute('aria-describedby')).toBe('blocked');
    await page.getByText(blocked).waitFor();
    await page.keyboard.press('Enter');
    expect(await messages()).toEqual([]);
    expect(await problems(page)).toEqual([]);
  });

  test('while the rows are read nothing is said of the start, and no column is missed', async () => {
    const { text, label, rows, seconds, bytes, ...form } = formSample('en');
    void [text, label, rows, seconds, bytes];
    const reading = { ...form, start: { ...form.start, best: undefined }, labels: [], checks: [], classes: [] };
    const page = await open(480, 'light', 'en', { stage: 'form', form: reading });
    await page.getByText('Reading the rows').waitFor();
    expect(await page.locator('.lead').textContent()).toBe(
      'The model in use stays as it is until you accept the new one.',
    );
    expect(await page.getByText('no label column').count()).toBe(0);
    expect(await problems(page)).toEqual([]);
  });

  test('a name that cannot be is said below it, and nothing starts', async () => {
    const page = await open(880, 'light', 'zh-Hans', {
      stage: 'form',
      form: formSample('zh', { nameProblem: '已有同名模型。' }),
    });
    expect(await page.getByRole('button', { name: '开始训练' }).isDisabled()).toBe(true);
    await page.getByRole('alert').getByText('已有同名模型。').waitFor();
    expect(await problems(page)).toEqual([]);
  });
});

describe('while it runs', () => {
  test('P pauses and goes on; the page says which', async () => {
    const page = await open(880, 'light', 'en', { stage: 'running', run: runSample('en') });
    await page.keyboard.press('p');
    await opened.post({
      type: 'show',
      view: { stage: 'running', run: runSample('en', { state: 'paused', epoch: 3 }) },
    });
    await page.getByRole('heading', { name: 'Paused at epoch 3' }).waitFor();
    await page.screenshot({ path: join(PICTURES, 'train-paused.png'), fullPage: true });
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Cancel Training' }).click();
    expect(await messages()).toEqual([{ type: 'pause' }, { type: 'resume' }, { type: 'cancelTraining' }]);
  });

  test('before the first figures there are no empty charts; the curves have their figures as a table', async () => {
    const { points, losses } = runSample('en');
    const page = await open(880, 'dark', 'en', {
      stage: 'running',
      run: runSample('en', { points: [], losses: [], before: {} }),
    });
    expect(await page.locator('svg').count()).toBe(0);
    await opened.post({ type: 'show', view: { stage: 'running', run: runSample('en', { points, losses }) } });
    await page.getByRole('button', { name: 'Table: Accuracy' }).click();
    expect(await page.locator('.data tbody tr').count()).toBe(points.length);
    expect(await problems(page)).toEqual([]);
  });

  test('what was interrupted is gone on with', async () => {
    const page = await open(480, 'dark', 'en', { stage: 'stopped', stop: stopSample('en') });
    await page.screenshot({ path: join(PICTURES, 'train-stopped.png'), fullPage: true });
    await page.getByRole('heading', { name: 'Training was interrupted after epoch 3' }).waitFor();
    await page.getByText('It goes on from its last checkpoint.').waitFor();
    await page.getByRole('button', { name: 'Resume Training' }).click();
    expect(await messages()).toEqual([{ type: 'resume' }]);
    expect(await problems(page)).toEqual([]);
  });
});

test('a training that does not run says where its last checkpoint is, and where there is none that it begins anew', async () => {
  const said: string[][] = [];
  const page = await open(480, 'light', 'en', { stage: 'stopped', stop: stopSample('en') });
  for (const changes of [
    { saved: { epoch: 0 } },
    { saved: { epoch: 2, fold: { at: 3, of: 5 } } },
    { saved: undefined },
    { saved: undefined, why: 'failed', problem: 'The disk is full.' },
    { saved: { epoch: 2 }, why: 'failed', problem: 'The disk is full.' },
  ] as const) {
    await opened.post({ type: 'show', view: { stage: 'stopped', stop: stopSample('en', changes) } });
    await expect.poll(async () => said.at(-1)?.[0] === (await page.locator('h1').textContent())).toBe(false);
    said.push([(await page.locator('h1').textContent()) ?? '', (await page.locator('.lead').textContent()) ?? '']);
  }
  const inUse = 'English 2.0 is still in use.';
  const [onwards, anew] = ['It goes on from its last checkpoint.', 'It starts over: your rows and choices are kept.'];
  expect(said).toEqual([
    ['Training was interrupted in its first epoch', `${onwards} ${inUse}`],
    ['Training was interrupted in part 3 of 5', `${onwards} ${inUse}`],
    ['Training was interrupted before its first checkpoint', `${anew} ${inUse}`],
    ['Training stopped', `The disk is full. ${anew} ${inUse}`],
    ['Training stopped after epoch 2', `The disk is full. ${onwards} ${inUse}`],
  ]);
});

describe('the result', () => {
  test('used where it is asked to be; rows open explained', async () => {
    const page = await open(880, 'light', 'en', { stage: 'result', result: resultSample('en') });
    await page.getByRole('radio', { name: 'in this workspace' }).check();
    await page.getByRole('button', { name: 'Use It' }).click();
    await page.getByRole('radio', { name: 'Newly wrong 8' }).click();
    await page.getByRole('button', { name: 'Explain row 501' }).click();
    await page.getByRole('button', { name: 'Keep, but Do Not Use Yet' }).click();
    expect(await messages()).toEqual([
      { type: 'use', where: 'workspace' },
      { type: 'explainRow', change: 'broken', index: 501 },
      { type: 'keep' },
    ]);
  });

  test('says what the last corrections brought; where there is nothing before, how many it learnt', async () => {
    const page = await open(880, 'light', 'en', { stage: 'result', result: resultSample('en', { corrections: 40 }) });
    const { before, after } = resultSample('en').accuracy;
    const points = `+${(100 * (after - before!)).toFixed(1)}`;
    const lead = page.locator('.lead');
    await lead.getByText(`Your last 40 corrections brought ${points} points (`).waitFor();
    const accuracy = { ...resultSample('en').accuracy, before: undefined, difference: undefined };
    await opened.post({ type: 'show', view: { stage: 'result', result: resultSample('en', { corrections: 40, accuracy }) } }); // prettier-ignore
    await lead.getByText('It learnt from your 40 corrections.').waitFor();
  });

  test('not better: says so with the interval, and keeping it aside is what is offered first', async () => {
    const accuracy = {
      n: 248,
      before: 0.714,
      after: 0.709,
      interval: [0.65, 0.763],
      difference: [-0.031, 0.02],
    } as const;
    const general = { n: 3_000, before: 0.906, after: 0.88, interval: [0.868, 0.891] } as const;
    const page = await open(880, 'light', 'en', { stage: 'result', result: resultSample('en', { accuracy, general }) });
    await page.screenshot({ path: join(PICTURES, 'train-not-better.png'), fullPage: true });
    expect(await page.locator('h1').textContent()).toBe(
      'Not better: 71.4\u00a0% → 70.9\u00a0% (interval −3.1 to +2.0)',
    );
    expect(await page.locator('.lead').textContent()).toMatch(/^It forgot something: on general text 90\.6/);
    expect(await page.locator('button.primary').textContent()).toBe('Keep, but Do Not Use Yet');
  });

  test('new classes: no before, so none is made up', async () => {
    const accuracy = { ...resultSample('en').accuracy, before: undefined, difference: undefined };
    const macroF1 = { ...resultSample('en').macroF1, before: undefined };
    const { confusion, changes } = resultSample('en');
    const page = await open(480, 'light', 'en', {
      stage: 'result',
      result: resultSample('en', {
        accuracy,
        macroF1,
        general: undefined,
        confusion: { after: confusion.after },
        changes: { ...changes, mended: { rows: 0, shown: [] }, broken: { rows: 0, shown: [] } },
      }),
    });
    await page.screenshot({ path: join(PICTURES, 'train-new-classes.png'), fullPage: true });
    expect(await page.locator('h1').textContent()).toBe('Right on 88.3\u00a0% of your rows');
    expect(await page.locator('.ring').count()).toBe(1);
    expect(await page.locator('.matrix').count()).toBe(1);
    expect(await page.getByRole('radio', { name: /Fixed/ }).count()).toBe(0);
    expect(await problems(page)).toEqual([]);
  });
});

describe('thirty classes', () => {
  const LABELS = Array.from({ length: 30 }, (_, i) => `${['refund', 'delivery', 'account locked', 'card not working', 'opening hours'][i % 5]} ${i + 1}`); // prettier-ignore
  const after = LABELS.map((_, i) => LABELS.map((__, j) => (i === j ? 9 + (i % 4) : (7 * i + 3 * j) % 11 === 0 ? 1 + (j % 3) : 0))); // prettier-ignore
  const views: Readonly<Record<string, TrainingView>> = {
    form: {
      stage: 'form',
      form: formSample('en', {
        ...{ labels: LABELS, newHead: true, rows: 3_000 },
        classes: LABELS.map((label, i) => ({ label, rows: 190 - 5 * i, tone: 'neutral' })),
        checks: [{ kind: 'enough', rows: 3_000, heldOut: 600 }, { kind: 'newHead' }],
      }),
    },
    result: {
      stage: 'result',
      result: resultSample('en', {
        ...{ labels: LABELS, confusion: { after }, general: undefined },
        accuracy: { ...resultSample('en').accuracy, before: undefined, difference: undefined },
        macroF1: { ...resultSample('en').macroF1, before: undefined },
      }),
    },
  };
  test.each([
    ['form', 700],
    ['form', 300],
    ['result', 1_000],
    ['result', 700],
    ['result', 400],
    ['result', 300],
  ])('%s at %i px: readable, inside its page', async (stage, width) => {
    const page = await open(width, 'light', 'en', views[stage]);
    await page.screenshot({ path: join(PICTURES, `train-30-${stage}-${width}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await problems(page)).toEqual([]);
    if (stage !== 'result') return;
    // Whatever is scrolled to, the label of a row stays in sight, and so does that of a column.
    const scrolled = page.locator('.scroll:has(> .matrix)');
    await scrolled.evaluate((box) => box.scrollTo(box.scrollWidth, box.scrollHeight));
    const box = (await scrolled.boundingBox())!;
    const cell = (await page.locator('.matrix tbody tr').last().locator('th').boundingBox())!;
    expect(cell.x).toBeGreaterThanOrEqual(box.x - 1);
    expect(cell.x + cell.width).toBeLessThanOrEqual(box.x + box.width / 2);
    const head = (await page.locator('.matrix thead tr').last().locator('th').last().boundingBox())!;
    expect(head.y).toBeGreaterThanOrEqual(box.y - 1);
    expect(head.y).toBeLessThan(box.y + box.height / 2);
    await page.screenshot({ path: join(PICTURES, `train-30-${stage}-${width}-scrolled.png`), fullPage: true });
  });
});
