import * as vscode from 'vscode';
import type { Decision } from '../../shared/protocol/overview';
import { writeWhole } from './write-whole';

/** A decision with what makes it a training row: `saliency train --data` reads such a file as it is. */
export interface DecidedRow extends Decision {
  readonly text: string;
  /** The prediction that it confirms or corrects. */
  readonly verdict: string;
  readonly file?: string;
  readonly line?: number;
}

/** What a person decided about rows, in a file beside the results. */
export class Decisions {
  private rows = new Map<number, DecidedRow>();
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly uri: vscode.Uri) {}

  /** `reviews.saliency.ndjson` → `reviews.saliency.labels.ndjson`. */
  static beside(results: vscode.Uri): Decisions {
    return new Decisions(results.with({ path: results.path.replace(/(\.ndjson)?$/, '.labels.ndjson') }));
  }

  get all(): readonly DecidedRow[] {
    return inOrder(this.rows);
  }

  /** Reads the file, if there is one; lines that are no decisions are left out. */
  async load(): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(this.uri).then(undefined, () => new Uint8Array());
    const rows = new TextDecoder().decode(bytes).split('\n').map(parsed).filter(isDecided);
    this.rows = new Map(rows.map((row) => [row.row, row]));
  }

  /** @throws SaliencyError `unwritable`: then nothing is decided */
  set(row: DecidedRow): Promise<void> {
    return this.change((rows) => rows.set(row.row, row));
  }

  /** @throws SaliencyError `unwritable`: then it stays decided */
  remove(row: number): Promise<void> {
    return this.change((rows) => rows.delete(row));
  }

  /** One at a time, whole or not at all: what could not be saved has not been decided. */
  private change(how: (rows: Map<number, DecidedRow>) => void): Promise<void> {
    const next = async (): Promise<void> => {
      const rows = new Map(this.rows);
      how(rows);
      await writeWhole(this.uri, inOrder(rows).map(lineOf).join(''));
      this.rows = rows;
    };
    this.writing = this.writing.then(next, next);
    return this.writing;
  }
}

const inOrder = (rows: ReadonlyMap<number, DecidedRow>): DecidedRow[] =>
  [...rows.values()].sort((a, b) => a.row - b.row);

/** Decided rows as `saliency train --data` reads them: text and label, a line each. */
export const trainingRows = (decided: readonly DecidedRow[]): string =>
  decided.map(({ text, label }) => lineOf({ text, label })).join('');

const lineOf = (row: object): string => `${JSON.stringify(row)}\n`;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isDecided(value: unknown): value is DecidedRow {
  const { row, label, text, verdict } = (value ?? {}) as Record<string, unknown>;
  return typeof row === 'number' && [label, text, verdict].every((each) => typeof each === 'string');
}
