import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { combinations, type Combination } from './combinations';
import { everydaySentences, openTrainingForm, readyToTrain, ticketsFolder, TRAINED } from './fine-tuning-steps';
import { journey } from './journey';

const ROWS = 330;
/** The models that the workspace has chosen before. */
const OTHER = { en: 'en-stacked-lstm', zh: 'zh-state-distance-lstm' };
/** Rows in the other language, which the model could not read. */
const FOREIGN = 12;
const NOTE = {
  en: 'The film was great.\nThe service was terrible and slow.\n',
  zh: '这部电影很好看。\n服务太差了，等了很久。\n',
};

const COMBINATIONS: readonly Combination[] = [
  { host: 'node', theme: 'light', language: 'en' },
  { host: 'web', theme: 'dark', language: 'zh-cn' },
];

for (const options of combinations(COMBINATIONS)) {
  const { host, language } = options;
  const [of, other] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const name = `result ${Object.values(options).join(' ')}`;
  const folder = ticketsFolder(`result-${of}`, 'labelled.csv', [
    ...everydaySentences(of, ROWS),
    ...everydaySentences(other, FOREIGN),
  ]);
  writeFileSync(join(ROOT, folder, 'tickets', 'note.txt'), NOTE[of]);
  mkdirSync(join(ROOT, folder, '.vscode'));
  const setBefore = JSON.stringify({ [`saliency.model.${of}`]: OTHER[of] });
  writeFileSync(join(ROOT, folder, '.vscode', 'settings.json'), setBefore);
  journey(
    name,
    { ...options, folder },
    async ({ page, workbench, screenshot, folder: opened, home, text: editor }) => {
      const { text, command } = wordingOf(language);
      const spoken = text(of === 'en' ? 'English' : 'Chinese');
      const user = join(home, 'user', 'User');
      const json = (file: string): Record<string, unknown> => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}); // prettier-ignore
      const setting = `saliency.model.${of}`;
      /** Where the settings name a model. */
      const chosen = () => {
        const workspace = json(join(opened, '.vscode', 'settings.json'));
        return {
          folder: workspace['saliency.folderModels'],
          workspace: workspace[setting],
          everywhere: json(join(user, 'settings.json'))[setting],
        };
      };
      const train = async (): Promise<FrameLocator> => {
        const form = await openTrainingForm(page, 'labelled.csv', language);
        const start = await readyToTrain(form, '1', language);
        await form.getByText(text('{0} rows are not in {1}; they are left out.').replace('{0}', String(FOREIGN)).replace('{1}', spoken)).waitFor({ timeout: PATIENCE }); // prettier-ignore
        await screenshot(`${name} form`);
        await start.click();
        const result = await webview(page);
        await result.getByRole('button', { name: text('Use It'), exact: true }).waitFor({ timeout: TRAINED });
        return result;
      };
      const use = async (result: FrameLocator, place: string, said: string) => {
        await result.getByRole('radio', { name: text(place).replace('{0}', spoken) }).check();
        await result.getByRole('button', { name: text('Use It'), exact: true }).click();
        await result.getByText(text(said)).waitFor({ timeout: PATIENCE });
      };

      let result = await train();
      const left = text('{0} rows not in {1} left out').replace('{0}', String(FOREIGN)).replace('{1}', spoken);
      await result.getByText(left).waitFor({ timeout: PATIENCE });
      await screenshot(`${name} result`);
      const model = expect.stringMatching(/labelled$/) as unknown;
      // One choice takes the place of the one before, which gives back what the workspace had.
      const before = { workspace: OTHER[of] };
      await use(result, 'in this folder', 'In use in this folder.');
      await expect.poll(chosen, { timeout: PATIENCE }).toEqual({ ...before, folder: { tickets: { [of]: model } } });
      await use(result, 'in this workspace', 'In use in this workspace.');
      await expect.poll(chosen, { timeout: PATIENCE }).toEqual({ workspace: model });
      await use(result, 'everywhere, for {0}', 'In use everywhere.');
      await expect.poll(chosen, { timeout: PATIENCE }).toEqual({ everywhere: model });
      await result.getByRole('button', { name: text('Keep, but Do Not Use Yet') }).click();
      await expect.poll(chosen, { timeout: PATIENCE }).toEqual(before);
      await use(result, 'everywhere, for {0}', 'In use everywhere.');
      await screenshot(`${name} everywhere`);

      if (host === 'node') {
        const models = join(user, 'globalStorage', 'saliency.saliency', 'models');
        expect(readdirSync(models)).toEqual([model]);
        // Someone deletes the folder of the model.
        rmSync(models, { recursive: true });
        await workbench.reload();
        await workbench.openFile('note.txt');
        await workbench.runCommand(command('toggleLiveView'));
        const gone = /There is no model “.*labelled”/;
        await workbench.message(gone);
        await editor.click('film');
        await page.keyboard.type('abc def ghi ', { delay: 300 });
        const message = await workbench.message(gone);
        await screenshot(`${name} model is gone`);
        // Once, and not at each key.
        expect(await page.locator('.notifications-center .notification-list-item').count()).toBe(1);
        await message.locator('.monaco-button', { hasText: text('Use the Default Model') }).click();
        await expect.poll(chosen, { timeout: PATIENCE }).toEqual({});
        await editor.waitForDecorations();
        await workbench.runCommand(command('toggleLiveView'));
        result = await train();
        await use(result, 'everywhere, for {0}', 'In use everywhere.');
      }

      await result.getByRole('button', { name: text('Discard…'), exact: true }).click();
      const sure = page.locator('.monaco-dialog-box .monaco-button', { hasText: text('Discard') });
      await sure.waitFor({ timeout: PATIENCE });
      await screenshot(`${name} discard`);
      await sure.click();
      await page.locator('.tab', { hasText: text('Training') }).waitFor({ state: 'detached', timeout: PATIENCE });
      await expect.poll(chosen, { timeout: PATIENCE }).toEqual(host === 'node' ? {} : before);
      if (host === 'node') {
        const storage = join(user, 'globalStorage', 'saliency.saliency');
        const files = () => readdirSync(storage, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => each.name); // prettier-ignore
        await expect.poll(files, { timeout: PATIENCE }).toEqual([]);
      }
    },
    2 * TRAINED + 8 * PATIENCE,
  );
}
