import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ReadingHostMessage, ReadingPageMessage, ReadingView } from '../../shared/protocol/reading-page';
import { readAs } from '../../shared/rpc/message-schemas';

/** What VS Code gives this page. */
export interface ReadingApi {
  postMessage(message: ReadingPageMessage): void;
}

/** What the host last said. */
interface ReadingState {
  readonly view?: ReadingView;
  readonly looking: boolean;
  readonly problem?: string;
}

const schema = v.variant('type', [
  v.object({
    type: v.literal('show'),
    view: v.looseObject({ what: v.string(), columns: v.array(v.looseObject({})), cells: v.array(v.array(v.string())) }),
  }),
  v.object({ type: v.literal('looking') }),
  v.object({ type: v.literal('problem'), problem: v.string() }),
]);

/** What the host sent, or undefined where it is not a message of ours: its frame is looked at, its inside is the host's. */
const readMessage = (message: unknown): ReadingHostMessage | undefined =>
  readAs(schema as unknown as v.GenericSchema<unknown, ReadingHostMessage>, message);

/** Listens to the host. */
export function useReading(api: ReadingApi): ReadingState {
  const [state, setState] = useState<ReadingState>({ looking: true });
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readMessage(event.data);
      if (message?.type === 'show') setState({ view: message.view, looking: false });
      else if (message?.type === 'looking') setState((before) => ({ ...before, problem: undefined, looking: true }));
      else if (message) setState((before) => ({ ...before, looking: false, problem: message.problem }));
    };
    window.addEventListener('message', listen);
    api.postMessage({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  return state;
}
