import type { GraphNode } from '../../model/graph/graph-config';

const OF_WORDS: readonly GraphNode['op'][] = [
  'recurrent',
  'bidirectional',
  'conv1d',
  'pool',
  'global-pool',
  'flatten',
  'reshape',
  'permute',
  'attention',
  'feed-forward-attention',
  'query-attention',
  'dot',
];

/** Whether a layer ignores padding if Keras passes it a mask. */
function skipsPadding(node: GraphNode): boolean {
  if (node.op === 'global-pool') return node.of === 'average';
  return ['recurrent', 'bidirectional', 'attention', 'feed-forward-attention', 'query-attention'].includes(node.op);
}

/** Whether a layer passes the mask on to the next layer. */
export function passesMask(node: Pick<GraphNode, 'op'> & { readonly sequences?: boolean }): boolean {
  if (node.op === 'recurrent' || node.op === 'bidirectional') return node.sequences === true;
  return ['dense', 'identity', 'activation', 'layer-norm', 'batch-norm', 'merge', 'attention'].includes(node.op);
}

/** Whether predictions depend on how texts are padded: whether a layer reads padding as if it were words. */
export function readsPadding(nodes: readonly GraphNode[]): boolean {
  const masked = new Map<string, boolean>();
  for (const node of nodes) {
    if (node.op === 'embedding') {
      masked.set(node.name, node.maskZero);
      continue;
    }
    const inputs = node.inputs.map((input) => input.split('#')[0]);
    // An output without a dimension for words has no padding to skip.
    const open = inputs.some((input) => masked.get(input) === false);
    if (open && OF_WORDS.includes(node.op)) return true;
    const all = inputs.every((input) => masked.get(input) === true);
    if (all && inputs.length > 0 && OF_WORDS.includes(node.op) && !skipsPadding(node)) return true;
    if (passesMask(node) && inputs.some((input) => masked.has(input))) masked.set(node.name, all);
  }
  return false;
}
