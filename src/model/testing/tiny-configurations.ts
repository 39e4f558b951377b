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
  textcnn: { dimension: 4, filters: 4, spatialDropout: 0.3, dropout: 0.3 },
  'stacked-lstm': { dimension: 4, units: 4, dropout: 0.3, spatialDropout: 0.2, recurrentDropout: 0.2 },
  'bilstm-mlp': { dimension: 4, units: 4, hidden: 8, dropout: 0.3 },
  'simple-rnn': { dimension: 4, units: 4, dropout: 0.3, spatialDropout: 0.2, recurrentDropout: 0.2 },
  lstm: { dimension: 4, units: 4, dropout: 0.3, spatialDropout: 0.2, recurrentDropout: 0.2 },
  'stacked-bilstm': { dimension: 4, units: 4, dropout: 0.3, spatialDropout: 0.2, recurrentDropout: 0.2, stateDropout: 0.2 },
  sepcnn: { dimension: 4, filters: [4, 6], dropout: 0.2 },
  'ngram-mlp': { ngrams: 30, minTexts: 1, units: 8 },
};
