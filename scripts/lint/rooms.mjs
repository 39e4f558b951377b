import { posix, relative, sep } from 'node:path';

/**
 * Which room may import from which, values and types alike (docs/design.md).
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ARROWS = {
  shared: [],
  text: ['shared'],
  records: ['text', 'shared'],
  kernels: ['shared'],
  model: ['kernels', 'text', 'shared'],
  explain: ['model', 'text', 'shared'],
  training: ['model', 'records', 'text', 'shared'],
  engine: ['explain', 'model', 'text', 'shared'],
  annotate: ['engine', 'records', 'shared'],
  cli: ['annotate', 'engine', 'training', 'records', 'shared'],
  extension: ['engine', 'annotate', 'records', 'training', 'shared'],
  panel: ['shared'],
};

/** Rooms that run unchanged in Node, a worker and a browser tab. */
export const PURE = ['shared', 'text', 'records', 'kernels', 'model', 'explain', 'training'];

/** @param {string} from @param {string} to */
const mayImport = (from, to) => from === to || ARROWS[from].includes(to);

/** The room of a file under src/, or undefined. @param {string} path absolute or relative to `root`, with `/` */
const roomOf = (path) => {
  const [top, room, ...rest] = path.split('/');
  return top === 'src' && rest.length > 0 && room in ARROWS ? room : undefined;
};

/** @type {import('eslint').Rule.RuleModule} */
export const roomsRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arrow: 'src/{{from}} must not import from src/{{to}}: it may import {{allowed}}.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const from = roomOf(file);
    if (!from) return {};
    /** @param {any} node @param {unknown} source */
    const check = (node, source) => {
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = roomOf(posix.join(posix.dirname(file), source));
      if (!to || mayImport(from, to)) return;
      const allowed = ARROWS[from].join(', ') || 'no other room';
      context.report({ node, messageId: 'arrow', data: { from, to, allowed } });
    };
    const declaration = (/** @type {any} */ node) => check(node, node.source?.value);
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: declaration,
      TSImportType: (/** @type {any} */ node) => check(node, node.source?.value ?? node.argument?.literal?.value),
    };
  },
};
