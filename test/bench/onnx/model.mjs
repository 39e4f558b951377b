import { floats, inputOfIds, integers, node, onnxFile, outputOfFloats } from './graph.mjs';

/** Keras' columns i f g o `[rows, 4H]` → ONNX' rows i o f g `[4H, rows]`. */
const toOnnx = (matrix, rows, units) => {
  const out = new Float32Array(matrix.length);
  [0, 3, 1, 2].forEach((gate, place) => {
    for (let unit = 0; unit < units; unit++)
      for (let row = 0; row < rows; row++)
        out[(place * units + unit) * rows + row] = matrix[row * 4 * units + gate * units + unit];
  });
  return out;
};

const joined = (arrays) => {
  const out = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  arrays.reduce((at, array) => (out.set(array, at), at + array.length), 0);
  return out;
};

const recurrent = ({ inputs, units, directions }, index) => {
  const of = (make) => joined(directions.flatMap(make));
  const W = `W${index}`, R = `R${index}`, B = `B${index}`, shape = `shape${index}`; // prettier-ignore
  return [
    floats(
      W,
      [2, 4 * units, inputs],
      of(({ kernel }) => [toOnnx(kernel, inputs, units)]),
    ),
    floats(
      R,
      [2, 4 * units, units],
      of(({ recurrent }) => [toOnnx(recurrent, units, units)]),
    ),
    floats(
      B,
      [2, 8 * units],
      of(({ bias }) => [toOnnx(bias, 1, units), new Float32Array(4 * units)]),
    ),
    integers(shape, [0, 0, 2 * units]),
    node('LSTM', [`x${index}`, W, R, B], [`y${index}`], { hidden_size: units, direction: 'bidirectional' }),
    node('Transpose', [`y${index}`], [`t${index}`], { perm: [0, 2, 1, 3] }),
    node('Reshape', [`t${index}`, shape], [`x${index + 1}`]),
  ];
};

/**
 * The benchmark's network as an ONNX file: ids int32 `[1, T]` → logits float32 `[1, outputs]`.
 * @param {import('../weights.mjs').Weights} weights
 */
export const onnxModel = ({ vocabulary, dimension, embedding, layers, attention, output }) => {
  const top = `x${layers.length}`, { width, hidden } = attention; // prettier-ignore
  return onnxFile([
    inputOfIds('ids', [1, 'T']),
    floats('embedding', [vocabulary, dimension], embedding),
    node('Transpose', ['ids'], ['steps'], { perm: [1, 0] }),
    node('Gather', ['embedding', 'steps'], ['x0'], { axis: 0 }),
    ...layers.flatMap(recurrent),
    floats('aw', [width, hidden], attention.kernel),
    floats('ab', [hidden], attention.bias),
    floats('av', [hidden, 1], attention.query),
    node('MatMul', [top, 'aw'], ['projected']),
    node('Add', ['projected', 'ab'], ['biased']),
    node('Tanh', ['biased'], ['hidden']),
    node('MatMul', ['hidden', 'av'], ['scores']),
    node('Softmax', ['scores'], ['shares'], { axis: 0 }),
    node('Mul', [top, 'shares'], ['weighted']),
    integers('time', [0]),
    node('ReduceSum', ['weighted', 'time'], ['context'], { keepdims: 0 }),
    floats('dw', [width, output.count], output.kernel),
    floats('db', [output.count], output.bias),
    node('Gemm', ['context', 'dw', 'db'], ['logits']),
    outputOfFloats('logits', [1, output.count]),
  ]);
};
