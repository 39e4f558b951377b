import { LANGUAGE_CODES } from '../languages';

/** What people call the networks of packaged models; English, translated by `l10n/`. */
export const ARCHITECTURE_WORDING: Readonly<Record<string, string>> = {
  'additive-attention-bilstm': 'BiLSTM with additive attention',
  'attention-bilstm': 'BiLSTM with attention',
  'bilstm-mlp': 'BiLSTM with dense layers',
  'contextual-attention-bilstm': 'BiLSTM with contextual attention',
  gru: 'GRU',
  lstm: 'LSTM',
  'ngram-mlp': 'n-gram MLP',
  sepcnn: 'Separable CNN',
  'simple-rnn': 'Simple RNN',
  'stacked-bilstm': 'Stacked BiLSTM',
  'stacked-lstm': 'Stacked LSTM',
  'state-distance-lstm': 'LSTM with hidden-state distance',
  textcnn: 'TextCNN',
};

/** The network of a packaged model, which its name says: `en-bilstm-mlp`; undefined of any other name. */
export function architectureInName(name: string): string | undefined {
  const language = LANGUAGE_CODES.find((code) => name.startsWith(`${code}-`));
  const architecture = language && name.slice(language.length + 1);
  return architecture && Object.hasOwn(ARCHITECTURE_WORDING, architecture) ? architecture : undefined;
}
