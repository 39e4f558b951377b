import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import { CHANGES, type CheckKind, type TrainingPageMessage } from '../../shared/protocol/training-page';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const options = v.object({
  epochs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  learningRate: v.pipe(v.number(), v.minValue(1e-6), v.maxValue(1)),
  batchSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)),
});

const schema: v.GenericSchema<unknown, TrainingPageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('changeRows') }),
  v.object({ type: v.literal('chooseStart'), start: v.picklist(['best', 'other', 'scratch']) }),
  v.object({ type: v.literal('changeLabels') }),
  v.object({ type: v.literal('rename'), name: v.string() }),
  v.object({ type: v.literal('changeFolder') }),
  v.object({ type: v.literal('setOptions'), options }),
  // Which checks have rows is looked up where they are shown.
  v.object({ type: v.literal('showRows'), kind: v.custom<CheckKind>((kind) => typeof kind === 'string') }),
  v.object({ type: v.literal('start') }),
  v.object({ type: v.literal('close') }),
  v.object({ type: v.literal('pause') }),
  v.object({ type: v.literal('resume') }),
  v.object({ type: v.literal('cancel') }),
  v.object({ type: v.literal('use'), where: v.picklist(['folder', 'workspace', 'everywhere']) }),
  v.object({ type: v.literal('keep') }),
  v.object({ type: v.literal('discard') }),
  v.object({ type: v.literal('openCard') }),
  v.object({ type: v.literal('explainRow'), change: v.picklist(CHANGES), index: count }),
  v.object({ type: v.literal('labelNext') }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  v.object({ type: v.literal('showLog') }),
]);

/** What the page of a training sent, or undefined where it is not a message of ours. */
export const readTrainingMessage = messageReader(schema);
