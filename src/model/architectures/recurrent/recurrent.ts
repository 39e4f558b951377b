import type * as v from 'valibot';
import type { RecurrentHead, RecurrentPlan } from '../../network-plan';
import type { WeightReader } from '../../inference/weight-reader';
import type { Architecture } from '../architecture';
import { outputsOf, parseConfiguration } from '../configuration';
import { anatomyOf } from './anatomy';
import { encoderOf } from './encoder';
import { layersOf } from './layers';

/** One recurrent architecture, declared once: table of layers, tfjs network, anatomy and int16 encoder follow from it. */
export interface RecurrentSpec<Schema extends v.GenericSchema> extends Pick<
  Architecture,
  'name' | 'source' | 'masksUnknown' | 'published'
> {
  /** Its settings with their published values. */
  readonly settings: Schema;
  readonly head: RecurrentHead['kind'];
  /** The output for two labels: one sigmoid unit, or softmax over two. For more labels it is always softmax. */
  readonly output: 'sigmoid' | 'softmax';
  /** True where neither the int16 encoder nor the methods that look inside know its cells: it runs on tfjs. */
  readonly onTensors?: true;
  network(config: v.InferOutput<Schema>): Omit<RecurrentPlan, 'kind' | 'head' | 'outputs'> & {
    /** Units of the attention, where the head is one. */
    readonly attentionUnits?: number;
  };
}

/** The architecture that a declaration stands for. */
export function recurrent<Schema extends v.GenericSchema<unknown, object>>({
  settings,
  head,
  output,
  onTensors,
  network,
  ...declared
}: RecurrentSpec<Schema>): Architecture<v.InferOutput<Schema>> {
  const plan = (config: v.InferOutput<Schema>, labels: number): RecurrentPlan => {
    const { attentionUnits: units = 0, ...parts } = network(config);
    return {
      ...parts,
      kind: 'recurrent',
      head: head === 'last-states' ? { kind: head } : { kind: head, units },
      outputs: output === 'sigmoid' ? outputsOf(labels) : labels,
    };
  };
  return {
    ...declared,
    reads: head === 'last-states' ? 'last-states' : 'sequence',
    attends: head !== 'last-states',
    configure: (given) => parseConfiguration(declared.name, settings, given),
    plan,
    layers: (config, labels) => layersOf(plan(config, labels)),
    ...(!onTensors && {
      // Its names do not depend on the number of labels.
      anatomy: (config: v.InferOutput<Schema>) => anatomyOf(plan(config, 2)),
      encoder: (config: v.InferOutput<Schema>, vocabularySize: number, labels: number, weights: WeightReader) =>
        encoderOf(plan(config, labels), vocabularySize, weights),
    }),
  };
}
