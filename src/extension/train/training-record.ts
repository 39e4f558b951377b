import * as vscode from 'vscode';
import * as v from 'valibot';
import { readReplacedFile, removeReplacedFile, replaceFile } from '../files/whole-file';

const where = v.picklist(['folder', 'workspace', 'everywhere']);

const schema = v.object({
  name: v.string(),
  source: v.string(),
  /** The id of the session that runs it: one window, until it is closed or reloaded. */
  session: v.string(),
  /** When that window last reported that it is training, in milliseconds; 0: it has stopped. */
  at: v.number(),
  epoch: v.number(),
  state: v.picklist(['running', 'failed', 'done']),
  /** The sentence of what went wrong. */
  problem: v.optional(v.string()),
  otherFolder: v.optional(v.boolean()),
  /** The model that it starts from, as people read it; left out: from scratch. */
  startedFrom: v.optional(v.string()),
  /** The folder of the files, by its address. */
  folder: v.optional(v.string()),
  /** Results whose rows are continued when the person labels more, by their address. */
  results: v.optional(v.string()),
  /** Corrections of these results that the model it starts from had learnt already. */
  earlier: v.optional(v.number()),
  /** How many texts without a label the ones most useful to label were chosen from. */
  unlabelled: v.number(),
  decided: v.picklist(['open', 'used', 'kept']),
  usedIn: v.optional(where),
  /** The settings that were changed so that it is used, and what they said before. */
  changed: v.optional(
    v.array(
      v.object({
        where,
        folder: v.optional(v.string()),
        now: v.optional(v.string()),
        before: v.optional(v.string()),
      }),
    ),
  ),
});

/** What the extension keeps of the one training that there is, in its storage: all windows see it. */
export type TrainingRecord = v.InferOutput<typeof schema>;

/** A window that has not reported for so long counts as closed. */
export const SILENCE_MS = 12_000;
/** How often a window reports that it is training. */
export const SIGN_MS = 3_000;

/** The one training of all windows: where its files are, and what is known of it. */
export class RecordFile {
  /** The folder of the run, which the fine-tuner writes. */
  readonly run: vscode.Uri;
  private readonly file: vscode.Uri;

  constructor(storage: vscode.Uri) {
    this.run = vscode.Uri.joinPath(storage, 'training', 'run');
    this.file = vscode.Uri.joinPath(storage, 'training', 'training.json');
  }

  /** Undefined if there is none, or where the file is not ours. */
  async read(): Promise<TrainingRecord | undefined> {
    const bytes = await readReplacedFile(this.file);
    if (!bytes) return undefined;
    try {
      return v.parse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      return undefined;
    }
  }

  write(record: TrainingRecord): Promise<void> {
    return replaceFile(this.file, new TextEncoder().encode(JSON.stringify(record)));
  }

  remove(): Promise<void> {
    return removeReplacedFile(this.file);
  }
}

/** Whether another window is training. */
export const runsInAnotherWindow = ({ state, session, at }: TrainingRecord, own: string, now: number): boolean =>
  state === 'running' && session !== own && now - at < SILENCE_MS;

/** Whether no window runs it although it was not ended. */
export const isInterrupted = (record: TrainingRecord, own: string, now: number): boolean =>
  record.state === 'running' && record.session !== own && !runsInAnotherWindow(record, own, now);
