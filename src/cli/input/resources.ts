import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../../shared/protocol/explainer';
import { nodeFiles } from '../../engine/node-files';

/** The folder with `dist/` (where this bundle is) and `models/`, in a clone and in an installed package. */
const RESOURCES = dirname(dirname(fileURLToPath(import.meta.url)));

/** The project's own files. */
export function resources(): Files {
  return nodeFiles(RESOURCES);
}

/** The version of the installation; a folder made by tests has none. */
export async function installedVersion(): Promise<string> {
  const { version } = JSON.parse(new TextDecoder().decode(await resources().read('package.json'))) as {
    version?: string;
  };
  return version ?? '';
}
