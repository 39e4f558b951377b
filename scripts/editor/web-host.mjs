import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** The setting that makes the editor run our extension in the browser's own extension host, as vscode.dev does. */
export const webHost = () => {
  const { publisher, name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
};
