import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import { bundled, temporaryFolder } from './bundle';
import { tinyFiles } from './tiny-files';

/** An installed package on disk with tiny models and one of the real bundles. Returns its root, which the test removes. */
export async function tinyInstallation(bundle: string): Promise<string> {
  const root = await temporaryFolder();
  const files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
  for (const [path, bytes] of files.bytes) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await bundled(bundle, join(root, 'dist'));
  return root;
}
