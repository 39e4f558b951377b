import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { run } from '../run.mjs';

const TEXTS = [
  'The plot is thin, but I loved every minute of it.',
  '等了一个小时，菜是凉的，服务员还爱答不理。',
  'I did not expect much 😀, and that was right: 2 of 10 … <br />Never again!',
];

/**
 * Writes what the command line prints for some texts: the editor's explanations must be the same, byte for byte.
 * @param {string} folder
 */
export const writeExpected = async (folder) => {
  const cli = join(ROOT, 'dist', 'cli.js');
  const explanations = [];
  for (const text of TEXTS)
    explanations.push(JSON.parse(await run(process.execPath, [cli, 'explain', '--json', text], { quiet: true })));
  await writeFile(join(folder, 'expected.json'), JSON.stringify(explanations));
};
