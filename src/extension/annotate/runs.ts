import type * as vscode from 'vscode';
import type { RunInput, RunRequest } from '../../annotate/worker/calls';

/** How results were made: enough to continue the run, to read the files again, and to write a copy. */
export interface KnownRun {
  readonly input: RunInput;
  readonly question: RunRequest['question'];
  readonly also: 'none' | 'csv' | 'html';
  /** Not whole: the run was stopped, or the window closed under it. */
  readonly open: boolean;
}

const KEY = 'saliency.annotate.runs';
const KEPT = 50;

/** Remembers in the workspace how results were made, by their address. */
export class KnownRuns {
  constructor(private readonly memory: vscode.Memento) {}

  of(results: vscode.Uri): KnownRun | undefined {
    return this.all()[results.toString()];
  }

  async set(results: vscode.Uri, run: KnownRun): Promise<void> {
    const others = Object.entries(this.all()).filter(([key]) => key !== results.toString());
    await this.memory.update(KEY, Object.fromEntries([...others.slice(1 - KEPT), [results.toString(), run]]));
  }

  private all(): Readonly<Record<string, KnownRun>> {
    return this.memory.get(KEY, {});
  }
}
