import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { journey } from './journey';
import { everydaySentences, openTrainingForm, readyToTrain, ticketsFolder, TRAINED } from './fine-tuning-steps';

/** Enough to have rows held out: with fewer, cross-validation trains six models. */
const ROWS = 330;
/** So many that the training still runs whenever it is stopped; few general texts are read before it begins. */
const EPOCHS = '8';

/** Where models are kept. */
const models = mkdtempSync(join(tmpdir(), 'saliency-models-'));
afterAll(() => rmSync(models, { recursive: true, force: true }));

journey(
  'a training whose page is closed goes on; cancelled, nothing is left; on a full disk, it goes on when there is room',
  {
    host: 'node',
    theme: 'high contrast',
    folder: ticketsFolder('fine-tuning-stopped', 'labelled.csv', everydaySentences('en', ROWS)),
    settings: { 'saliency.modelsFolder': models },
  },
  async ({ page, workbench, screenshot, home }) => {
    const { command } = wordingOf('en');
    const run = join(home, 'user', 'User', 'globalStorage', 'saliency.saliency', 'training', 'run');
    const there = (file: string) => expect.poll(() => existsSync(join(run, file)), { timeout: PATIENCE }).toBe(true);
    let frame = await openTrainingForm(page, 'labelled.csv', 'en');
    const button = (name: string) => frame.getByRole('button', { name });
    await (await readyToTrain(frame, EPOCHS, 'en')).click();
    await workbench.statusBarSays(/Training \d+ %/);
    await workbench.runCommand('View: Close All Editors');
    await page.locator('.tab', { hasText: 'Training' }).waitFor({ state: 'detached', timeout: PATIENCE });
    await workbench.statusBarSays(/Training \d+ %/);
    await there('request.json');

    await workbench.runCommand(command('showTraining'));
    frame = await webview(page);
    await frame.getByRole('progressbar').waitFor({ timeout: PATIENCE });
    await button('Cancel Training').click();
    // After a minute's work it asks first, in the window; else the form is there at once, in its frame.
    const asks = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Cancel Training' });
    const form = button('Train Model');
    await expect.poll(async () => (await asks.isVisible()) || (await form.isVisible()), { timeout: PATIENCE }).toBe(true); // prettier-ignore
    if (await asks.isVisible()) await asks.click();
    // The form is as it was.
    await form.waitFor({ timeout: PATIENCE });
    await expect.poll(() => (existsSync(run) ? readdirSync(run) : []), { timeout: PATIENCE }).toEqual([]);
    expect(readdirSync(models)).toEqual([]);

    // Each pause writes a checkpoint, in turns into one of two files: the second finds no room.
    await (await readyToTrain(frame, EPOCHS, 'en')).click();
    await button('Pause').click({ timeout: TRAINED });
    await there('checkpoint-1.bin');
    symlinkSync('/dev/full', join(run, 'checkpoint-0.bin.partial'));
    await button('Resume Training').click();
    await button('Pause').click({ timeout: TRAINED });
    await frame.getByText('The disk is full: checkpoint-0.bin cannot be written.').waitFor({ timeout: PATIENCE });
    await frame.getByText('It goes on from its last checkpoint.').waitFor({ timeout: PATIENCE });
    await screenshot('fine-tuning-stopped full disk');
    expect(readdirSync(models)).toEqual([]);
    // What is left of the failed write would only fill the disk further; without it there is room.
    expect(readdirSync(run).sort()).toEqual(['checkpoint-1.bin', 'request.json']);
    await button('Resume Training').click();
    await button('Pause').click({ timeout: TRAINED });
    await there('checkpoint-0.bin');
    await workbench.statusBarSays(/Training paused at \d+ %/);
  },
  // On a machine with much else to do, the training itself steps back and is the slowest.
  2 * TRAINED + 8 * PATIENCE,
);
