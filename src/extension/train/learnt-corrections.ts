import type * as vscode from 'vscode';
import type { FineTuningResult } from '../../shared/fine-tuning';

/** By the address of results: the model that was last trained on their reviews, and how many corrections it learnt. */
const KEY = 'saliency.training.learnt';

interface Learnt {
  readonly model: string;
  readonly corrected: number;
  /** What stood here before, which counts again if this model is discarded. */
  readonly before?: Omit<Learnt, 'before'>;
}

/**
 * Remembers how many corrections of results a model has learnt.
 * @returns how many of them the model that it started from had learnt before, so that they brought nothing new
 */
export async function countCorrections(
  memory: vscode.Memento,
  results: string | undefined,
  { name, start, corrected }: Pick<FineTuningResult, 'name' | 'start' | 'corrected'>,
): Promise<number> {
  if (results === undefined) return 0;
  const known = memory.get<Readonly<Record<string, Learnt>>>(KEY, {});
  const before = Object.hasOwn(known, results) ? known[results] : undefined;
  const last = before && { model: before.model, corrected: before.corrected };
  await memory.update(KEY, { ...known, [results]: { model: name, corrected, ...(last && { before: last }) } });
  const goesOn = start.kind === 'model' && start.model === before?.model;
  return goesOn ? Math.min(before.corrected, corrected) : 0;
}

/** Forgets a model that is discarded. */
export async function forgetCorrections(memory: vscode.Memento, model: string): Promise<void> {
  const known = Object.entries(memory.get<Readonly<Record<string, Learnt>>>(KEY, {}));
  if (!known.some(([, learnt]) => learnt.model === model)) return;
  const left = known.flatMap(([results, learnt]) => {
    const kept = learnt.model === model ? learnt.before : learnt;
    return kept ? [[results, kept] as const] : [];
  });
  await memory.update(KEY, left.length > 0 ? Object.fromEntries(left) : undefined);
}
