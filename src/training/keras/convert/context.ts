import type { GraphNode } from '../../../model/graph/graph-config';
import type { JsonObject } from '../keras-file';
import type { Named } from '../settings';

/** A side of a shape; `null` is the length of a text. */
export type TensorShape = readonly (number | null)[];

/** A layer that becomes a node. */
export interface ConvertContext extends Named {
  readonly config: JsonObject;
  /** Shapes of what it reads, without the batch. */
  readonly shapes: readonly TensorShape[];
  /** Whether the file is of Keras 3. */
  readonly keras3: boolean;
  /** Shapes of its weights as the file has them. */
  readonly stored: readonly (readonly number[])[];
}

type Common = 'name' | 'layer' | 'kind' | 'inputs' | 'output' | 'weights';
type Without<Node> = Node extends unknown ? Omit<Node, Common> : never;

/** What a layer's kind says of its node. */
export interface Converted {
  readonly node: Without<GraphNode>;
  /** Its weights in Keras's order. */
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** Of each output. */
  readonly outputs: readonly TensorShape[];
  /** As the table of layers names it; left out: Keras's name. */
  readonly kind?: string;
  /** Where the file's weights stand in another order. */
  readonly order?: readonly number[];
  /** What the reader of the import should know. */
  readonly note?: string;
}

export type Convert = (context: ConvertContext) => Converted;
