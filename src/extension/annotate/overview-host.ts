import type * as vscode from 'vscode';
import type { Annotator } from '../../annotate/worker/calls';
import type { Services } from '../activate/services';
import type { AnnotatorHost } from './annotator-host';
import type { KnownRun, KnownRuns } from './runs';

/** The services that opening rows in the editor needs. */
export type RowServices = Pick<Services, 'texts' | 'current' | 'readOnly'>;

/** The parts that an overview works with. */
export interface OverviewHost {
  readonly parts: RowServices & Pick<Services, 'log'>;
  readonly host: AnnotatorHost;
  readonly annotator: Annotator;
  readonly runs: KnownRuns;
  runAgain(results: vscode.Uri, run: KnownRun): Promise<void>;
  saveCopy(results: vscode.Uri, run: KnownRun): Promise<void>;
}
