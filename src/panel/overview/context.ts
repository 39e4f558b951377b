import { pageContext } from '../page/page-context';
import type { ReviewOrder } from '../../shared/findings/review';
import type { OverviewInfo } from '../../shared/protocol/overview';
import type { OverviewToHost } from '../../shared/protocol/overview-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import type { Measure } from '../charts/measure';
import type { OverviewState, OverviewRow } from './state/overview-state';
import type { ReviewChange } from './state/review-change';
import type { OverviewLayout } from './layout';
import type { Wording } from './wording';

/** A decision about a row. If `label` is given as undefined, the label that was set before is removed. */
export type RowDecision = Omit<ReviewChange, 'row' | 'label'> & { readonly label?: string | undefined };

/** The state that every part of the overview needs. */
export interface OverviewPageState {
  readonly strings: OverviewStrings;
  readonly layout: OverviewLayout;
  readonly measure: Measure;
  /** Sends notifications to the host. */
  readonly host: Notifier<OverviewToHost>;
  readonly say: Wording;
  /** The display language (BCP 47). */
  readonly language: string;
  readonly overview: OverviewState;
  readonly info: OverviewInfo;
  /** Goes to the review queue, in an order. */
  readonly review: (order: ReviewOrder) => void;
  readonly decide: (row: OverviewRow, said: RowDecision) => void;
}

export const [OverviewProvider, useOverviewPage] = pageContext<OverviewPageState>('overview');
