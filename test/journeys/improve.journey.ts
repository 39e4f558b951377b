import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ReviewLine } from '../../src/findings/review/review-file';
import type { FineTuningRequest } from '../../src/shared/fine-tuning';
import { annotateAllRows } from '../editor/annotate-form';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';
import { everydaySentences, readyToTrain, ticketsFolder, TRAINED, type Sentence } from './fine-tuning-steps';

const ROWS = 300;
/** Rows that a person gives the right label; `SALIENCY_REVIEWED=100` takes longer. */
const REVIEWED = Number(process.env.SALIENCY_REVIEWED ?? 40);
/** Of them, with their reason underlined. */
const UNDERLINED = 3;
const EPOCHS = '2';
/** Labels have the keys 1, 2 and 3, from good to bad. */
const KEYS = { positive: '1', neutral: '2', negative: '3' } as const;

const COMBINATIONS: readonly Combination[] = [
  { host: 'node', theme: 'dark', language: 'en' },
  { host: 'web', theme: 'light', language: 'zh-cn' },
];

/** Gives rows the label that they should have, each by one key; the first ones with their strongest word underlined. */
async function review(page: Page, frame: FrameLocator, sentences: readonly Sentence[], random: string): Promise<void> {
  const number = frame.locator('.queue .on .num');
  const at = async () => (await number.count()) > 0 ? Number((await number.textContent())!.replace(/\D/g, '')) : 0; // prettier-ignore
  await frame.locator('.review-row .choices').waitFor({ timeout: PATIENCE });
  for (let done = 0; done < REVIEWED; done++) {
    // All of one order are reviewed: the next ones come from another.
    if ((await at()) === 0) {
      await frame.getByRole('radio', { name: random }).click();
      await number.waitFor({ timeout: PATIENCE });
    }
    const row = await at();
    if (done < UNDERLINED) for (const key of ['w', 'w']) await page.keyboard.press(key);
    await page.keyboard.press(KEYS[sentences[row - 1].label]);
    await expect.poll(at, { timeout: PATIENCE }).not.toBe(row);
  }
}

for (const options of combinations(COMBINATIONS)) {
  const { host, language } = options;
  const of = language === 'en' ? 'en' : 'zh';
  const name = `improve ${Object.values(options).join(' ')}`;
  const sentences = everydaySentences(of, ROWS);
  const folder = ticketsFolder(`improve-${of}`, 'messages.csv', sentences, false);
  journey(
    name,
    { ...options, folder },
    async ({ page, workbench, screenshot, folder: opened, home, text: editor }) => {
      const { text } = wordingOf(language);
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'tickets' }).first().click();
      await chooseFromMenu(page, 'messages.csv', language === 'en' ? 'Annotate Sentiment…' : '标注情感…');
      await annotateAllRows(page, wordingOf(language));
      const overview = await webview(page);
      await overview.locator('h1', { hasText: String(ROWS) }).waitFor({ timeout: 4 * PATIENCE });
      await overview.locator('.reading').waitFor({ state: 'detached', timeout: 2 * PATIENCE });

      await overview.locator('#tab-review').click();
      await review(page, overview, sentences, text('At random'));
      const written = join(opened, 'tickets', 'messages.saliency.labels.ndjson');
      const lines = () => existsSync(written) ? readFileSync(written, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as ReviewLine) : []; // prettier-ignore
      await expect.poll(() => lines().length, { timeout: PATIENCE }).toBe(REVIEWED);
      for (const { row, label } of lines()) expect(label).toBe(sentences[row - 1].label);
      const underlined = lines().filter(({ reason }) => reason?.length);
      expect(underlined).toHaveLength(UNDERLINED);
      await screenshot(`${name} reviewed`);

      await overview.locator('.so-far button.primary').click();
      // The overview stays open in a tab behind it.
      await page.locator('.tab.active', { hasText: text('Training') }).waitFor({ timeout: PATIENCE });
      const frame = await webview(page);
      await (await readyToTrain(frame, EPOCHS, language)).click();
      await workbench.statusBarSays(language === 'en' ? /Training \d+ %/ : /训练 \d+%/);
      if (host === 'node') {
        // What was underlined reaches whatever learns reasons.
        const file = join(
          home,
          'user',
          'User',
          'globalStorage',
          'saliency.saliency',
          'training',
          'run',
          'request.json',
        );
        await expect.poll(() => existsSync(file), { timeout: PATIENCE }).toBe(true);
        const { rows } = JSON.parse(readFileSync(file, 'utf8')) as FineTuningRequest;
        const marked = rows.filter(({ spans }) => spans?.length).map(({ text: said, spans }) => [said, spans]);
        expect(marked).toEqual(underlined.map(({ text: said, reason }) => [said, reason!.map(({ start, end }) => [start, end])])); // prettier-ignore
      }
      const use = frame.getByRole('button', { name: text('Use It'), exact: true });
      await use.waitFor({ timeout: TRAINED });
      expect(await frame.locator('h1.headline').textContent()).toMatch(/\d+\.\d\u00a0?% → \d+\.\d\u00a0?%/);
      await screenshot(`${name} result`);
      await use.click();
      await frame.getByText(text('In use in this folder.')).waitFor({ timeout: PATIENCE });

      // The queue begins with the most informative rows, in that order.
      await frame.getByRole('button', { name: text('Open the queue') }).click();
      await page.locator('.tab.active', { hasText: 'messages.saliency.ndjson' }).waitFor({ timeout: PATIENCE });
      const queue = await webview(page);
      await queue.locator('.queue').getByText(text('most informative for the trained model')).first().waitFor({ timeout: PATIENCE }); // prettier-ignore
      expect(await queue.getByRole('radio', { name: text('Most informative') }).getAttribute('aria-checked')).toBe(
        'true',
      );
      await screenshot(`${name} next`);

      // A row that was wrong before is explained where it stands in its file.
      await workbench.runCommand(wordingOf(language).command('showTraining'));
      const result = await webview(page);
      for (const kind of ['Fixed {0}', 'Still wrong {0}']) {
        const some = new RegExp(`^${text(kind).replace('{0}', '[1-9]\\d*')}$`);
        const list = result.getByRole('radio', { name: some });
        if ((await list.count()) === 0) continue;
        await list.click();
        break;
      }
      await result.locator('.changed button').first().click();
      await page.locator('.tab.active', { hasText: 'messages.csv' }).waitFor({ timeout: PATIENCE });
      await editor.waitForDecorations();
      await screenshot(`${name} explained`);
    },
    TRAINED + 8 * PATIENCE,
  );
}
