import { rowIfDropped, maskRow, perText, perWord, type LayerRow } from '../../layer-row';
import { widthOf, type RecurrentHead, type RecurrentLayerPlan, type RecurrentPlan } from '../../network-plan';

const CELLS: Readonly<Record<RecurrentLayerPlan['cell'], string>> = {
  lstm: 'LSTM',
  gru: 'GRU',
  'simple-rnn': 'SimpleRNN',
};

/** The table of a planned network's layers, with Keras's names for them. */
export function layersOf({
  dimension,
  wordDropout = 0,
  layers,
  head,
  hidden = [],
  dropout,
  outputs,
}: RecurrentPlan): LayerRow[] {
  const width = widthOf(layers[layers.length - 1]);
  return [
    perWord('Embedding', 'embedding', dimension),
    maskRow,
    ...rowIfDropped(wordDropout, perWord('SpatialDropout1D', 'spatial_dropout', dimension)),
    ...layers.flatMap((layer, at) => recurrentRows(layer, at === layers.length - 1 && head.kind === 'last-states')),
    ...attentionRows(head, width),
    ...hidden.flatMap(({ name, units, dropout: rate }) => [
      perText('Dense(relu)', name, units),
      ...rowIfDropped(rate, perText('Dropout', `${name}_dropout`, units)),
    ]),
    ...(dropout ? rowIfDropped(dropout.rate, perText('Dropout', dropout.name, width)) : []),
    perText('Dense', 'dense', outputs),
  ];
}

/** @param last true: only the state after the last word is passed on */
function recurrentRows(layer: RecurrentLayerPlan, last: boolean): LayerRow[] {
  const { cell, name, directions, dropout } = layer;
  const row = last ? perText : perWord;
  const kind = directions === 1 ? CELLS[cell] : `Bidirectional(${CELLS[cell]})`;
  const drops = dropout?.mask === 'text' ? 'SpatialDropout1D' : 'Dropout';
  return [
    row(kind, name, widthOf(layer)),
    ...(dropout ? rowIfDropped(dropout.rate, row(drops, dropout.name, widthOf(layer))) : []),
  ];
}

function attentionRows({ kind }: RecurrentHead, width: number): LayerRow[] {
  if (kind === 'last-states') return [];
  return [perText(kind === 'additive-attention' ? 'AdditiveAttention' : 'FeedForwardAttention', 'attention', width)];
}
