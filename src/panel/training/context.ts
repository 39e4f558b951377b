import { pageContext } from '../page/page-context';
import type { TrainingToHost } from '../../shared/protocol/training-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { TrainingStrings } from '../../shared/strings/training-page';
import type { Measure } from '../charts/measure';
import type { PageLayout } from '../explanation/layout';
import type { Wording } from './wording';

/** What every part of the page needs. */
export interface TrainingPageState {
  readonly strings: TrainingStrings;
  readonly layout: PageLayout;
  readonly measure: Measure;
  /** Sends notifications to the host. */
  readonly host: Notifier<TrainingToHost>;
  readonly say: Wording;
}

export const [TrainingProvider, useTrainingPage] = pageContext<TrainingPageState>('training');
