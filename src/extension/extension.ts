import * as vscode from 'vscode';
import type { SaliencyApi } from './api';
import { registerCommands } from './commands/register';
import { explainAgain } from './commands/explain';
import { CurrentRange } from './current-range';
import type { Engine } from './engine';
import { TextExplainer } from './explain-texts';
import { ExplainedDocuments } from './explained-documents';
import { WordHover } from './hover';
import { Painter } from './painter';
import { registerPanel } from './panel/register-panel';
import type { Parts } from './parts';
import { markSettings } from './settings';
import { StatusBar } from './status-bar';
import { testingOf } from './testing';

/**
 * Wires the parts together, the same in every host. Nothing here may be slow: the engine's worker starts with the first
 * text that is explained.
 */
export function startExtension(context: vscode.ExtensionContext, engine: Engine): SaliencyApi {
  const log = vscode.window.createOutputChannel('Saliency', { log: true });
  const documents = new ExplainedDocuments();
  const painter = new Painter(documents, markSettings);
  const current = new CurrentRange(documents, painter, (range, changes) => explainAgain(parts, range, changes));
  const texts = new TextExplainer(engine, documents);
  const parts: Parts = { explainer: engine, texts, documents, current, log };
  const panel = registerPanel({ context, explanations: current, explainer: engine, log });
  context.subscriptions.push(
    log,
    documents,
    painter,
    current,
    new StatusBar(current),
    vscode.languages.registerHoverProvider('*', new WordHover(documents, current)),
    tellMenus(documents),
    ...registerCommands(parts),
    panel,
    vscode.commands.registerCommand('saliency.showPanel', () => panel.show()),
    { dispose: () => engine.dispose() },
  );
  const isTested = context.extensionMode !== vscode.ExtensionMode.Production;
  return {
    version: 1,
    explain: (request, signal) => texts.ask(request, signal),
    models: () => engine.models(),
    ...(isTested && { testing: testingOf(parts, engine) }),
  };
}

/** Menus offer some commands only where there are explanations. */
function tellMenus(documents: ExplainedDocuments): vscode.Disposable {
  let told = false;
  return documents.onDidChange(() => {
    if (told !== documents.isEmpty()) return;
    told = !told;
    void vscode.commands.executeCommand('setContext', 'saliency.hasExplanations', told);
  });
}
