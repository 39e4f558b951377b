import type { Span } from '../../../shared/span';
import type * as vscode from 'vscode';
import { proseOf } from './prose';

interface Read {
  readonly version: number;
  readonly language: string;
  readonly prose: readonly Span[] | undefined;
}

const known = new WeakMap<vscode.TextDocument, Read>();

/** `proseOf` a document, looked up once a version. */
export function proseOfDocument(document: vscode.TextDocument): readonly Span[] | undefined {
  const { version, languageId: language } = document;
  const before = known.get(document);
  if (before?.version === version && before.language === language) return before.prose;
  const prose = proseOf(document.getText(), language);
  known.set(document, { version, language, prose });
  return prose;
}
