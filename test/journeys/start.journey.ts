import { PATIENCE } from '../editor/workbench';
import { wordingOf } from '../editor/wording';
import { journey } from './journey';

// The editor as `npm start` starts it, without what the tests' editors have.
const { command, text } = wordingOf('en');
const options = { host: 'node', theme: 'light', language: 'en', folder: 'samples', purpose: 'person' } as const;

journey('a person’s start', options, async ({ page, workbench, screenshot }) => {
  // The welcome page offers the walkthrough.
  await page.locator('.gettingStartedContainer', { hasText: 'Why does a text read' }).waitFor({ timeout: PATIENCE });
  await screenshot('start welcome');
  // What goes wrong is told where a person looks.
  await workbench.runCommand(command('explain'));
  const toast = page.locator('.notification-toast', {
    hasText: text('There is no text to explain here.').slice(0, 20),
  });
  await toast.waitFor({ state: 'visible', timeout: PATIENCE });
  await screenshot('start toast');
});
