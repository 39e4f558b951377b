import { gatesOf } from './cell';
import { directionsOf } from './layer';
import type { DenseWeights, EncoderWeights } from './weights';

const fail = (what: string, length: number, expected: number): never => {
  throw new RangeError(`${what} has ${length} values where its neighbours ask for ${expected}.`);
};

const check = (what: string, { length }: { readonly length: number }, expected: number): void => {
  if (length !== expected) fail(what, length, expected);
};

const checkDense = (what: string, { kernel, bias }: DenseWeights, inputs: number): void =>
  check(`The kernel of ${what}`, kernel, inputs * bias.length);

/** Throws a RangeError if shapes do not fit together; otherwise the weights can be packed. */
export const checkWeights = ({ words, layers, head }: EncoderWeights): void => {
  if (!layers.length) throw new RangeError('An encoder needs at least one layer.');
  let inputs = words.dimension;
  layers.forEach((layer, index) => {
    const { units } = layer;
    const columns = gatesOf(layer) * units;
    directionsOf(layer).forEach(({ kernel, recurrent, bias }) => {
      check(`The kernel of layer ${index}`, kernel, inputs * columns);
      check(`The recurrent kernel of layer ${index}`, recurrent, units * columns);
      check(`The bias of layer ${index}`, bias, columns);
    });
    inputs = units * directionsOf(layer).length;
  });
  let features = inputs;
  head.hidden?.forEach((layer, index) => {
    checkDense(`dense layer ${index}`, layer, features);
    features = layer.bias.length;
  });
  checkDense('the output', head.output, features);
  if (head.kind !== 'attention') return;
  checkDense('the attention', head, inputs);
  if (head.query) check("The attention's query kernel", head.query, inputs * head.bias.length);
  check("The attention's score vector", head.score, head.bias.length);
};

/** Throws a RangeError for an id outside the vocabulary, or a mask of another length. */
export const checkTokenIds = (ids: Int32Array, mask: ArrayLike<number> | undefined, vocabulary: number): void => {
  if (mask) check('The mask', mask, ids.length);
  for (const id of ids)
    if (id < 0 || id >= vocabulary) throw new RangeError(`Word ${id} is outside a vocabulary of ${vocabulary} words.`);
};
