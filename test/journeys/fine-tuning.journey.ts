import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';
import { everydaySentences, openTrainingForm, readyToTrain, ticketsFolder, TRAINED } from './fine-tuning-steps';

/** Enough to have rows held out (some say the same text): with fewer, cross-validation trains six models. */
const ROWS = Number(process.env.SALIENCY_FINE_TUNING_ROWS ?? 330);
/** A curve after the first, and time to pause before the last: what is learnt in them is not the question here. */
const EPOCHS = '3';

const COMBINATIONS: readonly Combination[] = [
  { host: 'node', theme: 'light', language: 'en' },
  { host: 'web', theme: 'dark', language: 'zh-cn' },
];

for (const options of combinations(COMBINATIONS)) {
  const { language } = options;
  const of = language === 'en' ? 'en' : 'zh';
  const name = `fine-tuning ${Object.values(options).join(' ')}`;
  const folder = ticketsFolder(`fine-tuning-${of}`, 'labelled.csv', everydaySentences(of, ROWS));
  journey(
    name,
    { ...options, folder },
    async ({ page, workbench, screenshot, folder: opened }) => {
      const { text } = wordingOf(language);
      const frame = await openTrainingForm(page, 'labelled.csv', language);
      const start = await readyToTrain(frame, EPOCHS, language);
      await screenshot(`${name} form`);
      await start.click();

      await workbench.statusBarSays(language === 'en' ? /Training \d+ %/ : /训练 \d+%/);
      // In the page, not to be seen: a line that is level has no height, which is hidden to the driver.
      await frame.locator('svg path.ln').first().waitFor({ state: 'attached', timeout: TRAINED });
      await screenshot(`${name} running`);

      // Held, so that it does not end before the window does: a pause writes a checkpoint.
      await frame.getByRole('button', { name: text('Pause') }).click({ timeout: PATIENCE });
      await workbench.statusBarSays(language === 'en' ? /Training paused at \d+ %/ : /训练已暂停（\d+%）/);

      // A reload ends the worker; what was learnt up to the last checkpoint is gone on with, and that is said.
      await workbench.reload();
      const again = await webview(page);
      const resume = again.getByRole('button', { name: text('Resume Training') });
      await resume.waitFor({ timeout: 2 * PATIENCE });
      await again.getByText(text('It goes on from its last checkpoint.')).first().waitFor({ timeout: PATIENCE });
      await screenshot(`${name} interrupted`);
      await resume.click();

      const use = again.getByRole('button', { name: text('Use It'), exact: true });
      await use.waitFor({ timeout: TRAINED });
      await screenshot(`${name} result`);
      expect(await again.locator('h1.headline').textContent()).toMatch(/\d+\.\d\u00a0?%/);
      await use.click();
      await again.getByText(text('In use in this folder.')).waitFor({ timeout: PATIENCE });
      const settings = JSON.parse(readFileSync(join(opened, '.vscode', 'settings.json'), 'utf8')) as Record<
        string,
        object
      >;
      expect(settings['saliency.folderModels']).toEqual({ tickets: { [of]: expect.stringMatching(/labelled$/) } });
    },
    TRAINED + 8 * PATIENCE,
  );
}
