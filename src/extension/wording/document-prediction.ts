import * as vscode from 'vscode';
import type { DocumentSummary } from '../../shared/document';
import { withSecond } from './prediction';

type Predicted = Pick<DocumentSummary, 'label' | 'probabilities' | 'rival'>;

/** `negative 64 %`; `mixed (positive 48 %, negative 43 %)`; `positive 45 %, close to neutral 41 %`. */
export function documentPrediction({ label, probabilities, rival }: Predicted): string {
  if (rival?.kind !== 'mixed') return withSecond(probabilities, label, rival?.label);
  const sides = [label, rival.label].map((each) => withSecond(probabilities, each, undefined));
  return vscode.l10n.t('mixed ({0}, {1})', ...sides);
}

/** The same in a few words. */
export const shortDocumentPrediction = ({ label, probabilities, rival }: Predicted): string =>
  rival?.kind === 'mixed' ? vscode.l10n.t('mixed') : withSecond(probabilities, label, undefined);
