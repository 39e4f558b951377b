import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { seededRandom } from '../../src/shared/random';
import type { Editor } from '../editor/editor';
import { webview } from '../editor/webview';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { journey } from './journey';
import { everydaySentences, openTrainingForm, readyToTrain, ticketsFolder, TRAINED } from './fine-tuning-steps';

/** `SALIENCY_KILLS=20 npm test -- --only journeys` takes some minutes. */
const KILLS = Number(process.env.SALIENCY_KILLS ?? 3);
/** Another seed kills at other moments. */
const SEED = Number(process.env.SALIENCY_KILLS_SEED ?? 19);
const ROWS = 330;
/** Checkpoints come every few seconds, and a training does more than epochs: it reads, fits reasons, measures and writes. */
const EPOCHS = '1';
/** So that a moment after the end is one of them, too. */
const BEYOND = 1.1;

/** Files of a folder that decide what a model says, in the order of their names. */
function weightsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  // The card tells how long it took.
  const kept = names.filter((name) => name !== 'card.json').sort();
  return Object.fromEntries(kept.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

/** The folder of the one model that was trained here; undefined: there is none yet. */
function modelFolder(home: string): string | undefined {
  const models = join(home, 'user', 'User', 'globalStorage', 'saliency.saliency', 'models');
  const names = existsSync(models) ? readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json'))) : []; // prettier-ignore
  return names.length > 0 ? join(models, names[0]) : undefined;
}

const isDone = (frame: FrameLocator) => frame.getByRole('button', { name: 'Use It', exact: true });

async function train({ page }: Editor): Promise<FrameLocator> {
  const frame = await openTrainingForm(page, 'labelled.csv', 'en');
  await (await readyToTrain(frame, EPOCHS, 'en')).click();
  return frame;
}

/** The page of the training after the extension host was killed: it offers to go on, or was done already. */
async function restarted({ page, workbench }: Editor): Promise<FrameLocator> {
  await workbench.reload();
  // Of an extension whose host is gone the editor keeps no page.
  await workbench.runCommand(wordingOf('en').command('showTraining'));
  const frame = await webview(page);
  const resume = frame.getByRole('button', { name: 'Resume Training' });
  await resume
    .or(isDone(frame))
    .first()
    .waitFor({ timeout: 2 * PATIENCE });
  if (await resume.isVisible()) await resume.click();
  return frame;
}

journey(
  `a training that is killed ${KILLS} times ends with the bytes of one that was not`,
  {
    host: 'node',
    theme: 'light',
    folder: ticketsFolder('fine-tuning-killed', 'labelled.csv', everydaySentences('en', ROWS)),
  },
  async (editor) => {
    const { page, home } = editor;
    const random = seededRandom(SEED);
    const began = Date.now();
    let frame = await train(editor);
    await isDone(frame).waitFor({ timeout: TRAINED });
    const whole = Date.now() - began;
    const first = modelFolder(home)!;
    // Out of the way, so that the next one has the same name: the name is part of the bytes.
    const aside = join(home, 'whole');
    renameSync(first, aside);
    const expected = weightsIn(aside);
    expect(Object.keys(expected).length).toBeGreaterThan(1);

    frame = await train(editor);
    for (let kill = 0; kill < KILLS; kill++) {
      const moment = Math.floor(random() * BEYOND * whole);
      const done = isDone(frame).waitFor({ timeout: TRAINED });
      // Whether it ended or the window went before it: this moment is over.
      await Promise.race([page.waitForTimeout(moment), done.catch(() => undefined)]);
      expect(editor.killHost(), 'extension hosts killed').toBeGreaterThan(0);
      frame = await restarted(editor);
      if (!(await isDone(frame).isVisible())) continue;
      expect(weightsIn(modelFolder(home)!)).toEqual(expected);
      renameSync(modelFolder(home)!, join(home, `killed-${kill}`));
      frame = await train(editor);
    }
    await isDone(frame).waitFor({ timeout: TRAINED });
    expect(weightsIn(modelFolder(home)!)).toEqual(expected);
  },
  // The editor starts anew after each, and takes a window for gone only when it was silent for some seconds.
  2 * TRAINED + KILLS * 4 * PATIENCE,
);
