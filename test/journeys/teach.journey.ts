import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { chooseFromMenu } from './choose-from-menu';
import { combinations, type Combination } from './combinations';
import { journey } from './journey';

/** What the editor gets a copy of. */
const FOLDER = 'out/journeys';
/** Enough to have rows held out (some say the same text): with fewer, cross-validation trains six models. */
const ROWS = Number(process.env.SALIENCY_TEACH_ROWS ?? 330);
/** A curve after the first, and time to reload before the last: what is learnt in them is not the question here. */
const EPOCHS = '3';
/** A training may take so long on a slow, shared machine. */
const TRAINED = 3 * PATIENCE;

const LABELS = { '-': 'negative', '0': 'neutral', '+': 'positive' } as const;

/** Every so-and-so-many-th of the project's own sentences, with their labels. */
function sentences(language: 'en' | 'zh'): readonly (readonly [label: string, text: string])[] {
  const lines = readFileSync(join(ROOT, 'data', 'everyday', `${language}.sentences.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const step = Math.floor(lines.length / ROWS);
  return Array.from({ length: ROWS }, (_, i) => lines[i * step].split('\t')).map(([sign, , text]) => [
    LABELS[sign as keyof typeof LABELS],
    text.replace(/[⟦⟧]/g, ''),
  ]);
}

/** A file of labelled rows, in a folder of its own. */
function generate(language: 'en' | 'zh'): string {
  const all = `${FOLDER}/teach-${language}`;
  const folder = join(ROOT, all, 'tickets');
  rmSync(join(ROOT, all), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = sentences(language).map(([label, text], i) => `${i + 1},"${text.replaceAll('"', '""')}",${label}`);
  writeFileSync(join(folder, 'labelled.csv'), ['id,message,mood', ...rows, ''].join('\n'));
  return all;
}

const COMBINATIONS: readonly Combination[] = [
  { host: 'node', theme: 'light', language: 'en' },
  { host: 'web', theme: 'dark', language: 'zh-cn' },
];

for (const options of combinations(COMBINATIONS)) {
  const { language } = options;
  const name = `teach ${Object.values(options).join(' ')}`;
  const folder = generate(language === 'en' ? 'en' : 'zh');
  journey(name, { ...options, folder }, async ({ page, workbench, screenshot, folder: opened }) => {
    const { text } = wordingOf(language);
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'tickets' }).first().click();
    await chooseFromMenu(page, 'labelled.csv', language === 'en' ? 'Train on Labelled Rows…' : '用标注数据训练…');
    const frame = await webview(page);
    const start = frame.getByRole('button', { name: text('Train Model') });
    await expect.poll(() => start.isEnabled(), { timeout: 2 * PATIENCE }).toBe(true);
    const epochs = frame.getByLabel(text('Epochs, at most'), { exact: true });
    await frame.locator('details.advanced summary').click();
    await epochs.fill(EPOCHS);
    await epochs.press('Tab');
    // The rows are looked at anew with what was chosen.
    await expect.poll(async () => [await epochs.inputValue(), await start.isEnabled()], { timeout: PATIENCE }).toEqual([EPOCHS, true]); // prettier-ignore
    await screenshot(`${name} form`);
    await start.click();

    await workbench.statusBarSays(language === 'en' ? /Training \d+ %/ : /训练 \d+%/);
    // In the page, not to be seen: a line that is level has no height, which is hidden to the driver.
    await frame.locator('svg path.ln').first().waitFor({ state: 'attached', timeout: TRAINED });
    await screenshot(`${name} running`);

    // A reload ends the worker; what was learnt up to the last checkpoint is gone on with.
    await page.reload();
    await workbench.ready();
    const again = await webview(page);
    const resume = again.getByRole('button', { name: text('Resume Training') });
    await resume.waitFor({ timeout: 2 * PATIENCE });
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
    expect(settings['saliency.folderModels']).toEqual({ tickets: { [language === 'en' ? 'en' : 'zh']: expect.stringMatching(/labelled$/) } }); // prettier-ignore
  });
}
