import type { GraphConfig, GraphNode } from './graph-config';

/** How many positions of a text are left after one layer. */
function lengthAfter(node: GraphNode, length: number): number {
  if (node.op !== 'conv1d' && node.op !== 'pool') return length;
  const reach = node.op === 'conv1d' ? (node.width - 1) * node.dilation + 1 : node.width;
  if (node.padding === 'valid') return Math.floor((length - reach) / node.stride) + 1;
  return Math.ceil(length / node.stride);
}

/** Longer texts than this are no short ones. */
const MOST = 4_096;

/** The shortest text for which no layer has an empty output: a window needs as many words as it is wide. */
export function leastLength({ nodes, input }: GraphConfig): number {
  if (input.length !== undefined) return input.length;
  for (let length = 1; length < MOST; length++) {
    const lengths = new Map<string, number>();
    const fits = nodes.every((node) => {
      const given = Math.min(...node.inputs.map((name) => lengths.get(name.split('#')[0]) ?? length), length);
      const left = lengthAfter(node, given);
      lengths.set(node.name, left);
      return left >= 1;
    });
    if (fits) return length;
  }
  return MOST;
}
