/**
 * Operations (a multiplication or an addition) of matrix products that one text asks for; gates and softmax not counted.
 * @param {import('./weights.mjs').Weights} weights
 * @param {number} words
 * @param {boolean} keepsWords the first layer's input products were there already
 */
export const operations = ({ layers, attention }, words, keepsWords) => {
  const products = layers.reduce((sum, { inputs, units }, index) => {
    const rows = units + (index === 0 && keepsWords ? 0 : inputs);
    return sum + 2 * rows * 4 * units;
  }, attention.width * attention.hidden);
  return 2 * words * products;
};
