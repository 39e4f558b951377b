import type { NodeOf } from '../../../model/graph/graph-config';
import { unsupportedSetting } from '../refusal';
import { numberIn, requireSetting } from '../settings';
import type { Convert, TensorShape } from './context';

/** The larger of each pair of dimensions, as in NumPy broadcasting. */
const wider = (a: TensorShape, b: TensorShape): TensorShape => a.map((side, at) => (side === 1 ? b[at] : side));

const merger =
  (of: Exclude<NodeOf<'merge'>['of'], 'concatenate'>): Convert =>
  (context) => {
    const { shapes, name, kind } = context;
    if (shapes.some((shape) => shape.length !== shapes[0].length))
      throw unsupportedSetting(name, kind, 'inputs of several shapes', 'inputs of one shape');
    return { node: { op: 'merge', of, axis: -1 }, outputs: [shapes.reduce(wider)] };
  };

const concatenate: Convert = (context) => {
  const { shapes, config } = context;
  const given = numberIn(config, 'axis', -1);
  const [first] = shapes;
  const axis = given < 0 ? first.length + 1 + given : given;
  const at = axis - 1;
  if (at < 0 || at >= first.length) requireSetting(context, config, 'axis', [-1, 1]);
  const sides = shapes.map((shape) => shape[at]);
  const total = sides.reduce<number | null>((sum, side) => (sum === null || side === null ? null : sum + side), 0);
  return {
    node: { op: 'merge', of: 'concatenate', axis },
    outputs: [first.map((side, i) => (i === at ? total : side))],
  };
};

const dot: Convert = (context) => {
  const { shapes, config, name, kind } = context;
  requireSetting(context, config, 'normalize', [false]);
  const [a, b] = shapes;
  const given: unknown[] = Array.isArray(config.axes) ? config.axes : [config.axes, config.axes];
  const axes = given.map((axis, i) => (Number(axis) < 0 ? shapes[i].length + 1 + Number(axis) : Number(axis)));
  if (
    shapes.length !== 2 ||
    a.length !== b.length ||
    a.length > 2 ||
    axes.some((axis) => !(axis >= 1 && axis <= a.length))
  )
    throw unsupportedSetting(name, kind, 'such axes', 'two vectors or two matrices');
  const node = { op: 'dot' as const, axes: [axes[0], axes[1]] as [number, number] };
  if (a.length === 1) return { node, outputs: [[1]] };
  return { node, outputs: [[a[axes[0] === 1 ? 1 : 0], b[axes[1] === 1 ? 1 : 0]]] };
};

/** Layers that join several inputs. */
export const mergers: Readonly<Record<string, Convert>> = {
  Concatenate: concatenate,
  Add: merger('add'),
  Subtract: merger('subtract'),
  Multiply: merger('multiply'),
  Average: merger('average'),
  Maximum: merger('maximum'),
  Minimum: merger('minimum'),
  Dot: dot,
};
