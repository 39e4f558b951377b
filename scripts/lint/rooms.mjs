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
  engine: ['training', 'explain', 'model', 'records', 'text', 'shared'],
  findings: ['text', 'shared'],
  annotate: ['engine', 'records', 'findings', 'shared'],
  cli: ['annotate', 'engine', 'training', 'findings', 'records', 'shared'],
  extension: ['engine', 'annotate', 'findings', 'records', 'training', 'shared'],
  panel: ['findings', 'shared'],
};

/** Rooms that run unchanged in Node, a worker and a browser tab. */
export const PURE = ['shared', 'text', 'records', 'kernels', 'model', 'explain', 'training', 'findings'];

/** @param {string} room @param {readonly string[]} others */
const arrow = (room, others) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${others.join(', ') || 'no other room'}.`,
  severity: /** @type {const} */ ('error'),
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
});

/**
 * What dependency-cruiser checks: rooms, and circles between files, types included.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export const DEPENDENCIES = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'No two files import each other, nor by way of others: move what both need into a file of its own.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    ...Object.entries(ARROWS).map(([room, others]) => arrow(room, others)),
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
};
