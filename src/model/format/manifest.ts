import * as v from 'valibot';

/**
 * The version of the files that we write and read: raised when a reader of the one before could not read them any more.
 * 1: TF.js's weights manifest with its `uint8`, `uint16` and `float16` quantization, beside architecture and config.
 */
export const FORMAT_VERSION = 1;

const quantization = v.variant('dtype', [
  v.object({ dtype: v.picklist(['uint8', 'uint16']), scale: v.number(), min: v.number() }),
  v.object({ dtype: v.literal('float16') }),
]);

const weight = v.object({
  name: v.string(),
  shape: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
  dtype: v.literal('float32'),
  quantization: v.optional(quantization),
});

/** The folder of vocabularies that several models share, relative to the folder of a model. */
const SHARED = '../vocabularies/';

/** `model.json`: TF.js's weights manifest, and which architecture the weights are for. */
export const manifestSchema = v.object({
  formatVersion: v.literal(FORMAT_VERSION),
  architecture: v.string(),
  config: v.record(v.string(), v.unknown()),
  /** A file of `vocabularies/` beside the model's folder; absent: the model has its own `vocabulary.txt`. */
  vocabulary: v.optional(v.pipe(v.string(), v.regex(/^\w[\w.-]*$/))),
  weightsManifest: v.array(v.object({ paths: v.array(v.string()), weights: v.array(weight) })),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type WeightSpec = v.InferOutput<typeof weight>;

/** The path of the vocabulary of a model, relative to the folder of the model. */
export const vocabularyFile = ({ vocabulary }: Pick<Manifest, 'vocabulary'>): string =>
  vocabulary === undefined ? 'vocabulary.txt' : SHARED + vocabulary;
