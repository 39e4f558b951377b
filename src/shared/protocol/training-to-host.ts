import * as v from 'valibot';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import { optionsSchema, startSchema, whereSchema } from './training-choices';
import { CHANGES, type CheckKind } from './training-page';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What the page of a training tells the host. */
export const TRAINING_TO_HOST = {
  /** The page listens, perhaps again. */
  ready: {},
  changeRows: {},
  chooseStart: { start: startSchema },
  changeLabels: {},
  rename: { name: v.string() },
  changeFolder: {},
  setOptions: { options: optionsSchema },
  // Which checks have rows is looked up where they are shown.
  showRows: { kind: v.custom<CheckKind>((kind) => typeof kind === 'string') },
  start: {},
  close: {},
  pause: {},
  resume: {},
  cancelTraining: {},
  use: { where: whereSchema },
  keep: {},
  discard: {},
  openCard: {},
  explainRow: { change: v.picklist(CHANGES), index: count },
  labelNext: {},
  copy: { text: v.string() },
  showLog: {},
};

export type TrainingToHost = typeof TRAINING_TO_HOST;
export type TrainingPageMessage = NotificationOf<TrainingToHost>;

/** Reads a notification of the page; undefined if it is not one that is known. */
export const readTrainingMessage = notificationReader(TRAINING_TO_HOST);
