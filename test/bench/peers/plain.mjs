/** z += x × W, four rows at a time: the form V8 compiles best of those tried. */
const addProduct = (z, x, at, count, matrix) => {
  const n = z.length;
  for (let k = 0; k < count; k += 4) {
    const a = x[at + k], b = x[at + k + 1], c = x[at + k + 2], d = x[at + k + 3], o = k * n; // prettier-ignore
    for (let i = 0; i < n; i++)
      z[i] += a * matrix[o + i] + b * matrix[o + n + i] + c * matrix[o + 2 * n + i] + d * matrix[o + 3 * n + i];
  }
};

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

const direction = (x, words, { inputs, units }, { kernel, recurrent, bias }, backward, out) => {
  const z = new Float32Array(4 * units), h = new Float32Array(units), c = new Float32Array(units); // prettier-ignore
  for (let step = 0; step < words; step++) {
    const t = backward ? words - 1 - step : step;
    z.set(bias);
    addProduct(z, x, t * inputs, inputs, kernel);
    addProduct(z, h, 0, units, recurrent);
    for (let n = 0; n < units; n++) {
      c[n] = sigmoid(z[units + n]) * c[n] + sigmoid(z[n]) * Math.tanh(z[2 * units + n]);
      h[n] = sigmoid(z[3 * units + n]) * Math.tanh(c[n]);
    }
    out.set(h, (2 * t + (backward ? 1 : 0)) * units);
  }
};

const head = ({ attention, output }, x, words) => {
  const { width, hidden } = attention, u = new Float32Array(hidden), scores = new Float32Array(words); // prettier-ignore
  for (let t = 0; t < words; t++) {
    u.set(attention.bias);
    addProduct(u, x, t * width, width, attention.kernel);
    for (let n = 0; n < hidden; n++) scores[t] += Math.tanh(u[n]) * attention.query[n];
  }
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const context = new Float32Array(width);
  let total = 0;
  for (let t = 0; t < words; t++) {
    const share = Math.exp(scores[t] - largest);
    total += share;
    for (let k = 0; k < width; k++) context[k] += share * x[t * width + k];
  }
  const logits = Float32Array.from(output.bias);
  addProduct(
    logits,
    context.map((value) => value / total),
    0,
    width,
    output.kernel,
  );
  return logits;
};

/**
 * The network in plain JavaScript, float32.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {import('../measure.mjs').Engine}
 */
export const plainJavaScript = (weights) => ({
  name: 'plain JavaScript',
  run: (ids) => {
    const { dimension, embedding } = weights;
    let x = new Float32Array(ids.length * dimension);
    ids.forEach((id, t) => x.set(embedding.subarray(id * dimension, (id + 1) * dimension), t * dimension));
    for (const layer of weights.layers) {
      const out = new Float32Array(ids.length * 2 * layer.units);
      layer.directions.forEach((one, index) => direction(x, ids.length, layer, one, index === 1, out));
      x = out;
    }
    return head(weights, x, ids.length);
  },
});
