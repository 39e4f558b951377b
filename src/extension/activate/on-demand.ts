import * as vscode from 'vscode';
import type { Engine } from './engine';
import type { LoadViews } from './load-views';
import type { Services } from './services';

type Provided = Pick<Services, 'current' | 'facts' | 'ranges'>;

/** What the editor asks of any document: hovers and quick fixes, whose code is loaded once a document is explained. */
export function providersOnDemand(
  { current, facts, ranges }: Provided,
  engine: Engine,
  views: LoadViews,
): vscode.Disposable[] {
  const hover = once(async () => new (await views()).WordHover(ranges, current, facts));
  const fixes = once(async () => new (await views()).FlipActions(ranges, engine));
  const isExplained = ({ uri }: vscode.TextDocument): boolean => ranges.of(uri).length > 0;
  return [
    vscode.languages.registerHoverProvider('*', {
      provideHover: async (document, ...asked) =>
        isExplained(document) ? (await hover()).provideHover(document, ...asked) : undefined,
    }),
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        provideCodeActions: async (document, ...asked) =>
          isExplained(document) ? (await fixes()).provideCodeActions(document, ...asked) : [],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  ];
}

/** Made by the first call; where that failed, by the next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
