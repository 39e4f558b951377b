/**
 * The models inside the packages, of the extension and of the command: the defaults, and of the others the small ones.
 * All are in a clone; `saliency.modelsFolder` may name its `models/`. `.vscodeignore` and `.npmignore` name the same ones.
 */
export const PACKAGED_MODELS = [
  'en',
  'en-additive-attention-bilstm',
  'en-bilstm-mlp',
  'en-stacked-lstm',
  'zh',
  'zh-state-distance-lstm',
];
