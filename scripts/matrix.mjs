// `npm run test:matrix`: every journey in every combination of host, theme and display language. Takes about an hour.
import { run } from './run.mjs';
import { ROOT } from './root.mjs';
import { join } from 'node:path';

const env = { SALIENCY_MATRIX: 'all' };
await run(process.execPath, [join(ROOT, 'scripts', 'test.mjs'), '--only', 'journeys'], { env }).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
