import * as vscode from 'vscode';
import type { ExplainOverrides } from '../ranges/current-explanation';
import type { Services } from '../activate/services';
import { compareModels } from './compare-models';
import { explainHere, explainSentences } from './explain';
import { explainAs } from './explain-as';
import { explainDocument } from './explain-document';
import { jumpByImportance } from './jump';
import { otherMethods } from './other-methods';
import { selectMethod } from './select-method';
import { selectModel } from './select-model';
import { showText } from './show-text';
import { applyWhatIf, whatIf } from './what-if';

/** All commands but the panel's. Arguments come from links of ours, keybindings and other extensions. */
export function registerCommands(parts: Services): vscode.Disposable[] {
  const commands: Record<string, (...args: never[]) => unknown> = {
    explain: () => explainHere(parts).then(() => undefined),
    explainSentences: () => explainSentences(parts).then(() => undefined),
    explainDocument: () => explainDocument(parts),
    toggleLiveView: () => parts.live.toggle(),
    clear: (id?: unknown) => clear(parts, id),
    explainAs: (changes?: unknown) => explainAs(parts, asAgain(changes)),
    selectMethod: () => selectMethod(parts),
    selectModel: () => selectModel(parts),
    nextWord: (id?: unknown, word?: unknown) => jumpByImportance(parts, 1, asWord(id, word)),
    previousWord: (id?: unknown, word?: unknown) => jumpByImportance(parts, -1, asWord(id, word)),
    whatIf: () => whatIf(parts),
    applyWhatIf: (where?: unknown) => applyWhatIf(parts, where),
    otherMethods: (id?: unknown, word?: unknown) => otherMethods(parts, asWord(id, word)),
    showText: () => showText(parts),
    compareModels: () => compareModels(parts),
    showLog: () => parts.log.show(),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`saliency.${name}`, run));
}

/** One explanation, where a hover's link says which; else all. */
function clear({ documents, whole }: Services, id: unknown): void {
  if (typeof id !== 'number') {
    documents.clear();
    return whole.remove();
  }
  const range = documents.find(id);
  if (range) documents.clear(range);
}

function asWord(id: unknown, word: unknown): { id: number; word: number } | undefined {
  return typeof id === 'number' && typeof word === 'number' ? { id, word } : undefined;
}

/** `{ "language": "zh" }`, `{ "target": "negative" }`, …; the menu passes an address instead, which is nothing of these. */
function asAgain(given: unknown): ExplainOverrides | undefined {
  if (typeof given !== 'object' || given === null || given instanceof vscode.Uri) return undefined;
  const { language, model, method, target, against } = given as ExplainOverrides;
  return { language, model, method, target, against };
}
