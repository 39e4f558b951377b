import { useState } from 'preact/hooks';
import { readReadingHostMessage } from '../../shared/protocol/host-to-reading';
import type { ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingToHost } from '../../shared/protocol/reading-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import { useMessages } from '../page/use-messages';

/** What the host last said. */
interface ReadingState {
  readonly view?: ReadingView;
  readonly looking: boolean;
  readonly problem?: string;
}

/** Listens to the host. */
export function useReading(host: Notifier<ReadingToHost>): ReadingState {
  const [state, setState] = useState<ReadingState>({ looking: true });
  useMessages(
    readReadingHostMessage,
    (message) => {
      if (message.type === 'show') setState({ view: message.view, looking: false });
      else if (message.type === 'looking') setState((before) => ({ ...before, problem: undefined, looking: true }));
      else setState((before) => ({ ...before, looking: false, problem: message.problem }));
    },
    () => host.ready(),
  );
  return state;
}
