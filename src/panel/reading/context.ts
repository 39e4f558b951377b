import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
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

const ReadingContext = createContext<ReadingPageState | undefined>(undefined);

export const ReadingProvider = ReadingContext.Provider;

export function useReadingPage(): ReadingPageState {
  const page = useContext(ReadingContext);
  if (!page) throw new Error('A part of the page stands outside of ReadingProvider.');
  return page;
}
