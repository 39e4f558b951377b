// `npm run pictures`: takes the pictures of the walkthrough and of the README again, in a real editor. Takes some minutes.
import { installEditor } from './editor/install.mjs';
import { packageExtension } from './package.mjs';
import { vitest } from './test/vitest.mjs';

await packageExtension();
await installEditor();
const { failed } = await vitest('pictures', 'test/pictures/vitest.config.ts');
process.exitCode = failed === 0 ? 0 : 1;
