// `npm run bench [-- options]`: installs the engines to compare with (once), bundles the benchmark with the sources as
// they stand, and runs it. Options: see main.mjs, or `npm run bench -- --help`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';
import { ABSENT, absentModules } from '../../scripts/build/absent-modules.mjs';
import { compileKernels } from '../../src/kernels/build.mjs';
import { installation } from './installation.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, 'dist');

/** Without scripts: onnxruntime-node's own only downloads what a GPU needs; its library comes inside the package. */
const install = () => {
  if (existsSync(join(HERE, 'node_modules', 'onnxruntime-node'))) return;
  console.error('Installing the engines to compare with (once, 440 MB on disk) …');
  const how = { cwd: HERE, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
  if (spawnSync('npm', ['ci', '--ignore-scripts'], how).status !== 0)
    console.error('They could not be installed: the benchmark runs without onnxruntime.');
};

const probes = async () => {
  const files = ['assembly/probes.ts', '--baseDir', HERE, '--outFile', 'dist/probes.wasm'];
  const how = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', '1'];
  const { error, stderr } = await asc.main([...files, ...how]);
  if (error) throw new Error(`The probes do not compile.\n${stderr.toString()}`);
};

const bundles = () =>
  build({
    entryPoints: {
      main: join(HERE, 'main.mjs'),
      'layers-worker': join(HERE, 'peers/layers-worker.mjs'),
      'training-worker': join(HERE, 'training-worker.mjs'),
    },
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    external: ['onnxruntime-node', 'onnxruntime-web'],
    plugins: [absentModules(ABSENT)],
  });

const args = process.argv.slice(2);
const ofTheExtension = [
  '--startup',
  '--activation',
  '--defaults',
  '--memory',
  '--shipped',
  '--annotate',
  '--accuracy',
].some((option) => args.includes(option));
if (
  !ofTheExtension &&
  !['--explanations', '--architectures', '--length', '--training'].some((option) => args.includes(option))
)
  install();
await mkdir(OUT, { recursive: true });
if (ofTheExtension) await installation(join(OUT, 'installation'));
await Promise.all([compileKernels(join(OUT, 'kernels.wasm')), probes(), bundles()]);
await createRequire(import.meta.url)('./dist/main.cjs').main(args);
