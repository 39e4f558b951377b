import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import type {
  Decision,
  FilteredView,
  OverviewHostMessage,
  OverviewPageMessage,
  OverviewView,
} from '../../shared/protocol/overview';

/** What VS Code gives this page. */
export interface OverviewApi {
  postMessage(message: OverviewPageMessage): void;
  getState(): unknown;
  setState(state: { readonly uri: string }): void;
}

/** What the host last said. */
export interface OverviewState {
  readonly view?: OverviewView;
  readonly found?: FilteredView;
  readonly working: boolean;
  readonly problem?: string;
}

const decision = v.object({ row: v.number(), label: v.string() });
const row = v.looseObject({ row: v.number(), text: v.string(), label: v.string(), probability: v.number() });
const filter = v.looseObject({});
const view = v.looseObject({
  uri: v.string(),
  name: v.string(),
  partial: v.boolean(),
  sources: v.boolean(),
  known: v.boolean(),
  decisions: v.array(decision),
  overview: v.looseObject({ rows: v.number(), errors: v.number(), labels: v.array(v.unknown()), review: v.array(row) }),
});
const schema = v.variant('type', [
  v.object({ type: v.literal('show'), view }),
  v.object({ type: v.literal('rows'), found: v.looseObject({ filter, rows: v.number(), shown: v.array(row) }) }),
  v.object({ type: v.literal('decisions'), decisions: v.array(decision) }),
  v.object({ type: v.literal('working') }),
  v.object({ type: v.literal('idle'), problem: v.optional(v.string()) }),
]);

/** What the host sent, or undefined where it is not a message of ours: its frame is looked at, its inside is the worker's. */
const readMessage = messageReader(schema as unknown as v.GenericSchema<unknown, OverviewHostMessage>);

/** Listens to the host. `clear` goes back from filtered rows to the review list. */
export function useOverview(api: OverviewApi): OverviewState & { readonly clear: () => void } {
  const [state, setState] = useState<OverviewState>({ working: true });
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readMessage(event.data);
      if (!message) return;
      if (message.type === 'show') api.setState({ uri: message.view.uri });
      setState((before) => next(before, message));
    };
    window.addEventListener('message', listen);
    api.postMessage({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  return { ...state, clear: () => setState((before) => ({ ...before, found: undefined })) };
}

function next(state: OverviewState, message: OverviewHostMessage): OverviewState {
  switch (message.type) {
    case 'show':
      return { view: message.view, working: false };
    case 'rows':
      return { ...state, found: message.found, working: false, problem: undefined };
    case 'decisions':
      return { ...state, view: state.view && withDecisions(state.view, message.decisions) };
    case 'working':
      return { ...state, working: true, problem: undefined };
    case 'idle':
      return { ...state, working: false, problem: message.problem };
  }
}

const withDecisions = (shown: OverviewView, decisions: readonly Decision[]): OverviewView => ({ ...shown, decisions });
