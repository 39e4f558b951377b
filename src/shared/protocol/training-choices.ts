import * as v from 'valibot';

export const startSchema = v.picklist(['best', 'other', 'scratch']);
/** What the training starts from. */
export type StartKind = v.InferOutput<typeof startSchema>;

export const optionsSchema = v.object({
  epochs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  learningRate: v.pipe(v.number(), v.minValue(1e-6), v.maxValue(1)),
  batchSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1)),
});
/** How it is trained; shown under *Advanced*. */
export type TrainingOptions = Readonly<v.InferOutput<typeof optionsSchema>>;

export const whereSchema = v.picklist(['folder', 'workspace', 'everywhere']);
/** Where a new model is used. */
export type UseWhere = v.InferOutput<typeof whereSchema>;
