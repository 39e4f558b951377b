/** A small configuration of every architecture, every layer there, something dropped everywhere where it can be. */
export const TINY_CONFIGURATIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'state-distance-lstm': { dimension: 4, units: 4, inputDropout: 0.2, recurrentDropout: 0.2 },
  'additive-attention-bilstm': { dimension: 4, units: 4, attentionUnits: 3 },
  'attention-bilstm': {
    dimension: 4,
    units: 4,
    layers: 2,
    attentionUnits: 3,
    spatialDropout: 0.3,
    recurrentDropout: 0.2,
    stateDropout: 0.3,
    dropout: 0.3,
  },
  'ngram-mlp': { ngrams: 30, minTexts: 1, units: 8 },
};
