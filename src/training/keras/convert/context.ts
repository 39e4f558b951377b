import type { GraphNode } from '../../../model/graph/graph-config';
import type { JsonObject } from '../keras-file';
import type { NamedLayer } from '../settings';

/** The shape of a tensor without the batch; `null` is the length of a text. */
export type TensorShape = readonly (number | null)[];

/** A layer that is converted into a node of our graph. */
export interface ConvertContext extends NamedLayer {
  readonly config: JsonObject;
  /** The shapes of its inputs, without the batch. */
  readonly shapes: readonly TensorShape[];
  /** Whether the file is of Keras 3. */
  readonly keras3: boolean;
  /** The shapes of its weights in the file. */
  readonly stored: readonly (readonly number[])[];
}

type Common = 'name' | 'layer' | 'kind' | 'inputs' | 'output' | 'weights';
type Without<Node> = Node extends unknown ? Omit<Node, Common> : never;

/** A layer converted into a node. */
export interface ConvertedLayer {
  readonly node: Without<GraphNode>;
  /** The shapes of its weights by name, in Keras's order. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** The shape of each output. */
  readonly outputs: readonly TensorShape[];
  /** The kind's name in our table of layers; left out: Keras's name. */
  readonly kind?: string;
  /** The order of the weights in the file, if it differs. */
  readonly order?: readonly number[];
  /** A sentence that is shown to the person who imports the model. */
  readonly note?: string;
}

export type Convert = (context: ConvertContext) => ConvertedLayer;
