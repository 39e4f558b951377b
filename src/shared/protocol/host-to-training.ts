import * as v from 'valibot';
import { notificationReader } from '../rpc/notifications';
import type { TrainingView } from './training-page';

// Only the outer shape is checked: the content comes from our own host.
const view = v.variant('stage', [
  v.object({ stage: v.literal('form'), form: v.looseObject({ source: v.string(), name: v.string() }) }),
  v.object({
    stage: v.literal('running'),
    run: v.looseObject({ name: v.string(), points: v.array(v.looseObject({})) }),
  }),
  v.object({ stage: v.literal('stopped'), stop: v.looseObject({ name: v.string(), why: v.string() }) }),
  v.object({ stage: v.literal('result'), result: v.looseObject({ name: v.string(), labels: v.array(v.string()) }) }),
  v.object({ stage: v.literal('none') }),
]) as unknown as v.GenericSchema<unknown, TrainingView>;

/** The notifications of the host to the page of a training. */
export const HOST_TO_TRAINING = {
  show: { view },
  /** `problem` is a sentence for the person. */
  problem: { problem: v.string() },
};

export type HostToTraining = typeof HOST_TO_TRAINING;

/** Reads a notification of the host; undefined if it is not one that is known. */
export const readTrainingHostMessage = notificationReader(HOST_TO_TRAINING);
