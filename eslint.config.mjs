import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { PURE } from './scripts/lint/rooms.mjs';
import { tfjsRule } from './scripts/lint/tfjs.mjs';

const pureRooms = PURE.map((room) => `src/${room}/**/*.ts`);

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', 'models', '.vscode-test', 'src/kernels/assembly', 'test/bench'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    linterOptions: { noInlineConfig: true },
    plugins: { 'import-x': importX, saliency: { rules: { tfjs: tfjsRule } } },
    rules: {
      'saliency/tfjs': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts'],
    ignores: ['**/*vitest.config.ts', '**/*.d.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-default-export': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'test', 'it'] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: pureRooms,
    ignores: ['**/*.test.ts', '**/testing.ts', '**/testing/**'],
    rules: {
      'import-x/no-nodejs-modules': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', '__filename', 'require'],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'Only src/extension touches vscode.' }] },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/extension/**', ...pureRooms],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'Only src/extension touches vscode.' }] },
      ],
    },
  },
);
