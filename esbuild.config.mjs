// Builds dist/: `node esbuild.config.mjs [--production] [--watch]`. What is built stands in scripts/build/bundles.mjs.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, watchAll } from './scripts/build/build.mjs';
import { ROOT } from './scripts/root.mjs';

const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
const how = { outdir: join(ROOT, 'dist'), production: values.production ?? false };
await (values.watch ? watchAll(how) : buildAll(how));
