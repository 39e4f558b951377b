import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';

/** An error of the annotating worker, worded in the display language; others as they are. */
export function localizedError(error: unknown): unknown {
  if (!(error instanceof SaliencyError)) return error;
  const text = textOf(error);
  return text === undefined ? error : new SaliencyError(text, error.code, error.data);
}

function textOf({ code, data }: SaliencyError): string | undefined {
  const file = String(data.file ?? '');
  switch (code) {
    case 'unwritable':
      return unwritable(file, String(data.reason ?? ''), data.kept === 1, String(data.detail ?? ''));
    case 'no-such-file':
      return vscode.l10n.t('There is no file {0}.', file);
    case 'too-large':
      return vscode.l10n.t(
        '{0} has {1} MB; in this window files of up to {2} MB can be annotated, because they are read as a whole. Open its folder on the desktop, or use the command line.',
        file,
        String(data.size),
        String(data.most),
      );
    case 'other-source':
      return vscode.l10n.t(
        'The files have changed since the run that is to be resumed. Annotate again, and start anew.',
      );
    case 'other-question':
      return vscode.l10n.t('The earlier run had other options. Annotate again, and start anew.');
    case 'source-changed':
      return vscode.l10n.t('The files have changed since they were annotated. Annotate them again.');
    case 'not-rows':
      return vscode.l10n.t('{0}, line {1}: this is no row that Saliency has written.', file, String(data.line ?? ''));
    default:
      return undefined;
  }
}

function unwritable(file: string, reason: string, kept: boolean, detail: string): string {
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
      return kept
        ? vscode.l10n.t(
            'The disk is full: {0} cannot be written. What is done is kept; make room and annotate again.',
            file,
          )
        : vscode.l10n.t('The disk is full: {0} cannot be written. Make room and annotate again.', file);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return vscode.l10n.t('The folder of {0} may not be written to. Copy the files to another one, and annotate them there.', file); // prettier-ignore
    default:
      return vscode.l10n.t('{0} cannot be written: {1}', file, detail);
  }
}
