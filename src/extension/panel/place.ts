import * as vscode from 'vscode';
import type { Place } from '../../shared/protocol/panel';
import { baseName } from '../files/paths';
import type { ExplainedRange } from '../ranges/current-explanation';

/** Where an explained text stands. */
export function panelPlace({ uri, start }: ExplainedRange): Place {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return {
    uri: uri.toString(),
    file: baseName(uri),
    line: (document?.positionAt(start).line ?? 0) + 1,
    start,
  };
}

/** The time as a person reads it: `14:02`. */
export function clock(): string {
  return new Date().toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
}
