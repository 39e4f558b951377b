/** What is run: by a person, the editor, or a build. */
const PRODUCTION = [
  'scripts/*.mjs',
  'scripts/explanations/first-suggestions.mjs',
  'scripts/editor/install.mjs',
  'scripts/fine-tuning/table.mjs',
  'src/extension/activate/main.ts',
  'src/extension/activate/main-web.ts',
  'src/extension/activate/views.ts',
  'src/{engine/worker,engine/importing,engine/fine-tuning,annotate/worker}/worker-{node,web}.ts',
  'src/engine/fine-tuning/fine-tune-in-worker.ts',
  'src/panel/{overview,explanation,training,reading}/main.tsx',
  'src/cli/main.ts',
  'src/{kernels,text/zh/jieba}/build.mjs',
];
const TESTS = [
  'test/host/index.ts',
  'test/journeys/*.journey.ts',
  'test/pictures/*.pictures.ts',
  'test/*/*vitest.config.ts',
  'test/package/*.test.ts',
];

/**
 * Dead code. `--production` also finds what only tests use, which belongs into a `testing` file; an export that its own
 * file uses may be there for a test.
 * @type {import('knip').KnipConfig}
 */
export default ({ production }) => ({
  entry: [...PRODUCTION.map((entry) => `${entry}!`), ...TESTS],
  project: [
    'src/**/*.{ts,tsx,mjs}!',
    '!src/**/{testing/**,testing.ts,*.test.{ts,tsx}}!',
    'scripts/**/*.mjs',
    'test/**/*.{ts,mjs}',
    '!test/bench/**',
  ],
  ignore: ['src/kernels/assembly/**'],
  ignoreExportsUsedInFile: production || { interface: true, type: true },
});
