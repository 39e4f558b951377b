/**
 * The models inside the packages of the extension and of the command: the defaults and the small ones. A clone has all
 * models, and `saliency.modelsFolder` may name its `models/`. `.vscodeignore` and `.npmignore` name the same models.
 */
export const PACKAGED_MODELS = [
  'en',
  'en-additive-attention-bilstm',
  'en-bilstm-mlp',
  'en-stacked-lstm',
  'zh',
  'zh-state-distance-lstm',
];
