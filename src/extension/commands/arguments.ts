import * as vscode from 'vscode';
import type { ExplainOverrides } from '../ranges/current-explanation';

/** A word of an explanation, as a hover's link names it. */
export interface WordPlace {
  /** The id of the explained range. */
  readonly id: number;
  readonly word: number;
}

export function wordPlace(id: unknown, word: unknown): WordPlace | undefined {
  return typeof id === 'number' && typeof word === 'number' ? { id, word } : undefined;
}

/** `{ "language": "zh" }`, `{ "target": "negative" }`, …; a menu passes the address of a file instead. */
export function overrides(given: unknown): ExplainOverrides | undefined {
  if (!isPlainObject(given)) return undefined;
  const { language, model, method, target, against } = given as ExplainOverrides;
  return { language, model, method, target, against };
}

/** What a keybinding or another extension passes; a menu passes the address of a file. */
export function isPlainObject(given: unknown): given is object {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
}
