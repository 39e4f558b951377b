import * as vscode from 'vscode';
import type { Engine } from './engine';
import type { LoadViews } from './load-views';
import { onDemand } from './on-demand-value';
import type { Services } from './services';

type Provided = Pick<Services, 'current' | 'hovers' | 'ranges'>;

/** Registers hovers and quick fixes; their code is loaded once a document is explained. */
export function providersOnDemand(
  { current, hovers, ranges }: Provided,
  engine: Engine,
  views: LoadViews,
): vscode.Disposable[] {
  const hover = onDemand(async () => new (await views()).WordHover(ranges, current, engine, hovers));
  const fixes = onDemand(async () => new (await views()).FlipActions(ranges, engine));
  const isExplained = ({ uri }: vscode.TextDocument): boolean => ranges.of(uri).length > 0;
  return [
    vscode.languages.registerHoverProvider('*', {
      provideHover: async (document, ...asked) =>
        isExplained(document) ? (await hover.get()).provideHover(document, ...asked) : undefined,
    }),
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        provideCodeActions: async (document, ...asked) =>
          isExplained(document) ? (await fixes.get()).provideCodeActions(document, ...asked) : [],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  ];
}
