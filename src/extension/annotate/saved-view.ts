import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { SavedView } from '../../shared/protocol/overview';
import { readReplacedFile } from '../files/whole-file';
import { writeWhole } from './write-whole';

/** Only the fields that the page relies on; conditions are checked where they are used. */
const schema = v.looseObject({
  filter: v.optional(v.array(v.looseObject({ kind: v.string() }))),
  tab: v.optional(v.string()),
  where: v.optional(v.array(v.string())),
  next: v.optional(v.array(v.number())),
  nextTexts: v.optional(v.array(v.number())),
  columns: v.optional(v.array(v.string())),
  sort: v.optional(v.looseObject({ by: v.union([v.string(), v.looseObject({ column: v.string() })]) })),
  meaning: v.optional(v.record(v.string(), v.string())),
  dates: v.optional(v.string()),
  before: v.optional(v.boolean()),
  labels: v.optional(v.string()),
  other: v.optional(v.string()),
  second: v.optional(v.string()),
});

/** A view is written when it has not changed for so many milliseconds. */
const REST = 500;

/** Filters, columns and label meaning of an overview, in a file beside its results that a colleague can open. */
export class ViewFile {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private kept: SavedView = {};
  /** What is not in the file yet: it waits, or is being written. */
  private unsaved: SavedView | undefined;

  constructor(private readonly uri: vscode.Uri) {}

  /** `reviews.saliency.ndjson` → `reviews.saliency.view.json`. */
  static beside(results: vscode.Uri): ViewFile {
    return new ViewFile(results.with({ path: results.path.replace(/(\.ndjson)?(\.gz)?$/, '.view.json') }));
  }

  /** The saved view; undefined if there is none, or none that can be used. */
  async read(): Promise<SavedView | undefined> {
    // A view that is not written yet is newer than the one in the file.
    const newer = this.unwritten();
    if (newer) return newer;
    try {
      const bytes = await readReplacedFile(this.uri);
      const found = v.safeParse(schema, bytes && JSON.parse(new TextDecoder().decode(bytes)));
      if (!found.success) return this.unwritten();
      // It may have changed again while the file was read.
      this.kept = { ...(found.output as SavedView), ...this.unsaved };
      return this.kept;
    } catch {
      return this.unwritten();
    }
  }

  /** Writes it with a change, soon; only the last of several in quick succession. Where it cannot be written, it is not kept. */
  keep(change: SavedView): void {
    this.kept = { ...this.kept, ...change };
    this.unsaved = { ...this.unsaved, ...change };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), REST);
  }

  private unwritten(): SavedView | undefined {
    return this.unsaved && this.kept;
  }

  private async write(): Promise<void> {
    const written = this.unsaved;
    await writeWhole(this.uri, `${JSON.stringify(this.kept, undefined, 2)}\n`).catch(() => undefined);
    if (this.unsaved === written) this.unsaved = undefined;
  }
}
