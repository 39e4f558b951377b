import { LANGUAGE_CODES } from '../../shared/languages';
import * as vscode from 'vscode';
import type { ExplainOverrides } from '../ranges/current-explanation';
import { labelName, languageName } from '../wording/names';
import type { Services } from '../activate/services';
import { explainHere } from './explain';

interface AsItem extends vscode.QuickPickItem {
  readonly changes?: ExplainOverrides;
}

/**
 * Explains the current range in another language (a mixed text is read by the model of one), or for another label.
 * Without an explanation it explains what is selected.
 */
export async function explainAs(parts: Services, given?: ExplainOverrides): Promise<void> {
  const changes = given ?? (await ask(parts));
  if (!changes) return;
  if (parts.current.current) await parts.current.explainAgain(changes);
  else await explainHere(parts, changes);
}

async function ask({ current }: Services): Promise<ExplainOverrides | undefined> {
  const shown = current.current?.explanation;
  const now = (is: boolean): string | undefined => (is ? vscode.l10n.t('shown now') : undefined);
  const languages = LANGUAGE_CODES.map((language) => ({
    label: vscode.l10n.t('As {0}', languageName(language)),
    description: now(language === shown?.language),
    changes: { language },
  }));
  const targets = Object.keys(shown?.probabilities ?? {}).map((target) => ({
    label: vscode.l10n.t('For or against {0}', labelName(target)),
    description: now(target === shown?.target),
    changes: { target },
  }));
  const items: AsItem[] = [
    { label: vscode.l10n.t('Language'), kind: vscode.QuickPickItemKind.Separator },
    ...languages,
    { label: vscode.l10n.t('Label'), kind: vscode.QuickPickItemKind.Separator },
    ...targets,
  ];
  const title = vscode.l10n.t('Explain the text…');
  return (await vscode.window.showQuickPick(items, { title }))?.changes;
}
