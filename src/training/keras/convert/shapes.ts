import { unsupportedSetting } from '../refusal';
import type { ConvertContext, TensorShape } from './context';

/** The width of a layer's input, which must have the given number of dimensions. */
export function widthOf(context: ConvertContext, sides: readonly number[], at = 0): number {
  const shape = context.shapes[at] as TensorShape | undefined;
  const width = shape?.at(-1);
  if (shape && sides.includes(shape.length) && typeof width === 'number') return width;
  const found = shape ? `[batch, ${shape.map((side) => side ?? 'words').join(', ')}]` : 'nothing';
  throw unsupportedSetting(context.name, context.kind, `an input of the shape ${found}`, wanted(sides));
}

const wanted = (sides: readonly number[]): string =>
  sides.map((many) => (many === 1 ? 'one vector a text' : 'one vector a word')).join(' or ');

/** For an input with a vector for each word: the number of positions and the width of a vector. */
export function perWord(context: ConvertContext, at = 0): { readonly time: number | null; readonly width: number } {
  const width = widthOf(context, [2], at);
  return { time: context.shapes[at][0], width };
}

/** The number of positions after a convolution or pooling with windows of `reach` and this `stride`. */
export function windowCount(time: number | null, reach: number, stride: number, padding: string): number | null {
  if (time === null) return null;
  return padding === 'valid' ? Math.floor((time - reach) / stride) + 1 : Math.ceil(time / stride);
}

/** The number of values in a tensor of this shape. */
export const sizeOf = (shape: TensorShape): number | null =>
  shape.reduce<number | null>((product, side) => (product === null || side === null ? null : product * side), 1);
