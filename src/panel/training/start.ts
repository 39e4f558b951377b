import * as v from 'valibot';
import type { TrainingStrings } from '../../shared/strings/training-page';

/** What the host writes into the page itself. */
export interface Start {
  /** Of the editor's display, as BCP 47. */
  readonly language: string;
  readonly strings: TrainingStrings;
}

const schema = v.object({ language: v.string(), strings: v.record(v.string(), v.unknown()) });

/** Reads the JSON of the root's `data-initial`; throws where it is not ours. */
export function readStart(json: string): Start {
  const { language, strings } = v.parse(schema, JSON.parse(json));
  // The host makes all strings at once from one list: if one is there, all are.
  return { language, strings: strings as unknown as TrainingStrings };
}
