import * as vscode from 'vscode';
import type { Progress } from '../../annotate/progress';
import { whole } from '../wording/figures';

/** `12,300 rows, 41 %, 812 rows/s, 3 min left`, in the display language. */
export function progressText({ rows, errors, rate, share, left }: Progress): string {
  const parts = [vscode.l10n.t('{0} rows', whole(rows))];
  if (share !== undefined) parts.push(vscode.l10n.t('{0} %', Math.floor(100 * share)));
  if (errors > 0) parts.push(vscode.l10n.t('{0} with an error', whole(errors)));
  if (rate > 0) parts.push(vscode.l10n.t('{0} rows/s', rate < 10 ? rate.toFixed(1) : whole(Math.round(rate))));
  if (left !== undefined) parts.push(timeLeft(left));
  return parts.join(vscode.l10n.t({ message: ', ', comment: ['Between the names of a list'] }));
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return vscode.l10n.t('{0} s left', Math.ceil(seconds));
  if (seconds < 5_400) return vscode.l10n.t('{0} min left', Math.round(seconds / 60));
  return vscode.l10n.t('{0} h left', (seconds / 3_600).toFixed(1));
}
