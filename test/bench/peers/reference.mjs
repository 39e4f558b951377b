const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** z += x × W for one row, float64. */
const addProduct = (z, x, at, count, matrix) => {
  for (let k = 0; k < count; k++) for (let n = 0; n < z.length; n++) z[n] += x[at + k] * matrix[k * z.length + n];
};

const direction = (x, words, { inputs, units }, { kernel, recurrent, bias }, backward, out) => {
  const h = new Float64Array(units), c = new Float64Array(units); // prettier-ignore
  for (let step = 0; step < words; step++) {
    const t = backward ? words - 1 - step : step;
    const z = Float64Array.from(bias);
    addProduct(z, x, t * inputs, inputs, kernel);
    addProduct(z, h, 0, units, recurrent);
    for (let n = 0; n < units; n++) {
      c[n] = sigmoid(z[units + n]) * c[n] + sigmoid(z[n]) * Math.tanh(z[2 * units + n]);
      h[n] = sigmoid(z[3 * units + n]) * Math.tanh(c[n]);
    }
    out.set(h, (2 * t + (backward ? 1 : 0)) * units);
  }
};

/**
 * What every engine is measured against: the network in float64, written for reading.
 * @param {import('../weights.mjs').Weights} weights
 * @param {Int32Array} ids
 * @returns {Float64Array} logits
 */
export const reference = ({ dimension, embedding, layers, attention, output }, ids) => {
  let x = new Float64Array(ids.length * dimension);
  ids.forEach((id, t) => x.set(embedding.subarray(id * dimension, (id + 1) * dimension), t * dimension));
  for (const layer of layers) {
    const out = new Float64Array(ids.length * 2 * layer.units);
    layer.directions.forEach((one, index) => direction(x, ids.length, layer, one, index === 1, out));
    x = out;
  }
  const { width } = attention;
  const scores = Float64Array.from(ids, (_, t) => {
    const hidden = Float64Array.from(attention.bias);
    addProduct(hidden, x, t * width, width, attention.kernel);
    return hidden.reduce((sum, value, n) => sum + Math.tanh(value) * attention.query[n], 0);
  });
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const context = Float64Array.from({ length: width }, (_, k) =>
    powers.reduce((sum, power, t) => sum + (power / total) * x[t * width + k], 0),
  );
  const logits = Float64Array.from(output.bias);
  addProduct(logits, context, 0, width, output.kernel);
  return logits;
};
