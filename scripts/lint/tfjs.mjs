import { posix, relative, sep } from 'node:path';

/** Where TensorFlow.js may be imported: its kernels, the networks on it, and training, which runs in the command line. */
const ON_TFJS = /^src\/(kernels\/tensors|model\/network|training)\//;
/** What loads it with it. */
const LOADS_TFJS = /^src\/(kernels\/tensors|model\/network)\//;
/** Programs that run on it from their start. */
const STARTS_WITH_IT = /^src\/cli\//;
const SUPPORT = /\.test\.tsx?$|\/testing\/|\/testing\.ts$/;

/**
 * Keeps TensorFlow.js behind one `import()`: elsewhere no file names the package, not even its types, and none imports a
 * value from what is built on it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const tfjsRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      package: 'Only src/kernels/tensors, src/model/network and src/training name TensorFlow.js.',
      value:
        'This would load TensorFlow.js at the start: import types only, or see src/engine/local/import-network-part.ts.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    if (!file.startsWith('src/') || ON_TFJS.test(file) || SUPPORT.test(file)) return {};
    const check = (/** @type {any} */ node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      if (source.startsWith('@tensorflow/')) context.report({ node, messageId: 'package' });
      const typesOnly = node.importKind === 'type' || node.exportKind === 'type';
      if (typesOnly || !source.startsWith('.') || STARTS_WITH_IT.test(file)) return;
      if (LOADS_TFJS.test(posix.join(posix.dirname(file), source))) context.report({ node, messageId: 'value' });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check };
  },
};
