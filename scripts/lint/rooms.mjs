import { posix, relative, sep } from 'node:path';

/**
 * Who may import whom, as the design has it: the arrows, and no others. A value may only be imported along an arrow;
 * a type also from rooms that the arrows lead on to, because it is gone when the program runs.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ARROWS = {
  text: [],
  kernels: [],
  model: ['text', 'kernels'],
  training: ['model', 'text'],
  explain: ['model', 'text'],
  engine: ['explain', 'model', 'text'],
  annotate: ['engine'],
  cli: ['annotate', 'engine', 'training'],
  extension: ['engine', 'annotate'],
  panel: [],
};

/** The page draws what others computed: it takes types from wherever they are, and nothing else. */
const TYPES_FROM_ANYWHERE = new Set(['panel']);

/** Rooms that run unchanged in Node, a worker and a browser tab. */
export const PURE = ['text', 'kernels', 'model', 'training', 'explain'];

/** @param {string} room @returns {Set<string>} every room that the arrows lead to */
const reachable = (room) => new Set(ARROWS[room].flatMap((next) => [next, ...reachable(next)]));

/** @param {string} from @param {string} to @param {boolean} typeOnly */
const mayImport = (from, to, typeOnly) =>
  from === to || ARROWS[from].includes(to) || (typeOnly && (TYPES_FROM_ANYWHERE.has(from) || reachable(from).has(to)));

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
      value: 'src/{{from}} may import only types from src/{{to}} (`import type`).',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const from = roomOf(file);
    if (!from) return {};
    /** @param {any} node @param {unknown} source @param {boolean} typeOnly */
    const check = (node, source, typeOnly) => {
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = roomOf(posix.join(posix.dirname(file), source));
      if (!to || mayImport(from, to, typeOnly)) return;
      const messageId = mayImport(from, to, true) ? 'value' : 'arrow';
      context.report({ node, messageId, data: { from, to, allowed: ARROWS[from].join(', ') || 'no other room' } });
    };
    const isType = (/** @type {any} */ node) => (node.importKind ?? node.exportKind) === 'type';
    const declaration = (/** @type {any} */ node) => check(node, node.source?.value, isType(node));
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (/** @type {any} */ node) => check(node, node.source.value, false),
      TSImportType: (/** @type {any} */ node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
    };
  },
};
