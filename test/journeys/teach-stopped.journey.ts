import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { journey } from './journey';
import { everydaySentences, openTrainingForm, readyToTrain, ticketsFolder, TRAINED } from './teach-steps';

const ROWS = 330;
const EPOCHS = '2';
/** As the form suggests it. */
const NAME = 'english-labelled';

/** Where models are kept: beside the editor, so that its disk can be full for one of them. */
const models = mkdtempSync(join(tmpdir(), 'saliency-models-'));
afterAll(() => rmSync(models, { recursive: true, force: true }));

journey(
  'a training whose page is closed goes on; cancelled, nothing is left; on a full disk, it goes on when there is room',
  {
    host: 'node',
    theme: 'high contrast',
    folder: ticketsFolder('teach-stopped', 'labelled.csv', everydaySentences('en', ROWS)),
    settings: { 'saliency.modelsFolder': models },
  },
  async ({ page, workbench, screenshot, home }) => {
    const { command } = wordingOf('en');
    const run = join(home, 'user', 'User', 'globalStorage', 'saliency.saliency', 'training', 'run');
    let frame = await openTrainingForm(page, 'labelled.csv', 'en');
    const start = await readyToTrain(frame, EPOCHS, 'en');
    await start.click();
    await workbench.statusBarSays(/Training \d+ %/);
    await workbench.runCommand('View: Close All Editors');
    await page.locator('.tab', { hasText: 'Training' }).waitFor({ state: 'detached', timeout: PATIENCE });
    await workbench.statusBarSays(/Training \d+ %/);
    expect(existsSync(join(run, 'request.json'))).toBe(true);

    await workbench.runCommand(command('showTraining'));
    frame = await webview(page);
    await frame.getByRole('progressbar').waitFor({ timeout: PATIENCE });
    await frame.getByRole('button', { name: 'Cancel Training' }).click();
    // After a minute's work it asks first.
    const asks = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Cancel Training' });
    await asks
      .or(frame.getByRole('button', { name: 'Train Model' }))
      .first()
      .waitFor({ timeout: PATIENCE });
    if (await asks.isVisible()) await asks.click();
    // The form is as it was.
    await frame.getByRole('button', { name: 'Train Model' }).waitFor({ timeout: PATIENCE });
    await expect.poll(() => (existsSync(run) ? readdirSync(run) : []), { timeout: PATIENCE }).toEqual([]);
    expect(readdirSync(models)).toEqual([]);

    // What is written to first is full.
    mkdirSync(join(models, NAME));
    symlinkSync('/dev/full', join(models, NAME, 'card.json.partial'));
    await frame.getByRole('button', { name: 'Train Model' }).click();
    await frame.getByText('The disk is full: card.json cannot be written.').waitFor({ timeout: TRAINED });
    await frame.getByText('It goes on from its last checkpoint.').waitFor({ timeout: PATIENCE });
    await screenshot('teach-stopped full disk');
    expect(existsSync(join(models, NAME, 'card.json'))).toBe(false);
    await frame.getByRole('button', { name: 'Resume Training' }).click();
    await frame.getByRole('button', { name: 'Use It', exact: true }).waitFor({ timeout: TRAINED });
    expect(existsSync(join(models, NAME, 'card.json'))).toBe(true);
  },
  2 * TRAINED + 4 * PATIENCE,
);
