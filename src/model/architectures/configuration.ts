import * as v from 'valibot';
import { SaliencyError } from '../../shared/saliency-error';

/** A value in an architecture's configuration that cannot be used; names the field. */
export class ConfigurationError extends SaliencyError {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message, 'configuration');
  }
}

export const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A share that is dropped: 1 would drop everything. */
export const dropoutRate = v.pipe(v.number(), v.minValue(0), v.maxValue(0.95));

/** A setting that is a size or a number of things, with its published value. */
export const size = (published: number) => v.optional(positiveInteger, published);
/** A setting that is a dropped share, with its published value. */
export const dropped = (published: number) => v.optional(dropoutRate, published);

/** Reads `given` by `schema`; a wrong or unknown field throws `ConfigurationError`. */
export function parseConfiguration<S extends v.GenericSchema>(
  architecture: string,
  schema: S,
  given: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '(all)';
  throw new ConfigurationError(field, `${architecture}: the setting "${field}" cannot be used: ${issue.message}`);
}

/** A lone sigmoid unit for two labels, softmax over one unit per label for more. */
export const outputsOf = (labels: number): number => (labels === 2 ? 1 : labels);
