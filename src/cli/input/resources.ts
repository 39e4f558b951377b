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
