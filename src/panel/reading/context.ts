import { pageContext } from '../page/page-context';
import type { ReadingToHost } from '../../shared/protocol/reading-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { ReadingStrings } from '../../shared/strings/reading-page';

/** The state that every part of the page needs. */
export interface ReadingPageState {
  readonly strings: ReadingStrings;
  readonly isNarrow: boolean;
  /** Tables have heads no longer: what a figure counts stands beside it. */
  readonly isHeadless: boolean;
  readonly host: Notifier<ReadingToHost>;
  readonly count: (value: number) => string;
  /** A share from 0 to 1 as a percentage. */
  readonly percent: (share: number) => string;
}

export const [ReadingProvider, useReadingPage] = pageContext<ReadingPageState>('reading');
