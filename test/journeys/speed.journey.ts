import { expect } from 'vitest';
import { wordingOf } from '../editor/wording';
import { PATIENCE } from '../editor/workbench';
import { journey } from './journey';

const { command } = wordingOf('en');

/** Promised for a machine of one's own; tests often share theirs. */
const PROMISED_MS = 20;
const FACTOR = Number(process.env.SALIENCY_PATIENCE ?? 10);
/** What else the machine does makes a start slower, never quicker: the best of so many starts is the extension's own. */
const STARTS = 5;

journey(
  'the editor’s own figure for the activation',
  { host: 'node', theme: 'dark', folder: 'samples', size: { width: 1280, height: 2400 } },
  async ({ page, workbench, text }) => {
    const told: number[] = [];
    while (told.length < STARTS) {
      await workbench.openFile('film-reviews.md');
      await text.select('The plot is thin, but I loved every minute of it.');
      await workbench.runCommand(command('explain'));
      await text.waitForDecorations(2);
      await workbench.runCommand('Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Saliency' });
      const time = row.locator('.activation-time', { hasText: /\d\s*ms/ });
      await time.waitFor({ timeout: PATIENCE });
      const said = await time.innerText();
      console.log(`The editor says of the activation: ${said} (promised: ${PROMISED_MS} ms)`);
      told.push(Number(/(\d+(?:\.\d+)?)\s*ms/.exec(said)?.[1]));
      if (told.at(-1)! <= PROMISED_MS * FACTOR) break;
      // It lies over the window, which takes no command until it has gone.
      await page.keyboard.press('Escape');
      await row.waitFor({ state: 'detached', timeout: PATIENCE });
      await workbench.reload();
    }
    expect(Math.min(...told)).toBeLessThanOrEqual(PROMISED_MS * FACTOR);
  },
);
