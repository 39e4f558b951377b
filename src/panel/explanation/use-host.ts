import { useEffect, useRef, useState } from 'preact/hooks';
import type { StudyResults, HostMessage, PanelView, Study } from '../../shared/protocol/panel';
import { readHostMessage } from './host-message';
import type { VsCodeApi } from '../page/vscode-api';

/** What the host last said. */
export interface HostState {
  readonly view?: PanelView;
  readonly working: boolean;
  readonly problem?: string;
  /** What was worked out beside the explanation so far. */
  readonly figures?: StudyResults;
  readonly waiting?: readonly Study[];
  readonly problems?: Readonly<Partial<Record<Study, string>>>;
}

/** Listens to the host; `restored` is shown until it says otherwise. */
export function useHost(
  api: VsCodeApi,
  restored: PanelView | undefined,
  onPoint: (word: number | null) => void,
): HostState {
  const [state, setState] = useState<HostState>({ view: restored, working: false });
  const point = useRef(onPoint);
  point.current = onPoint;
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readHostMessage(event.data);
      if (message?.type === 'point') point.current(message.word);
      else if (message) setState((before) => next(before, message));
    };
    window.addEventListener('message', listen);
    api.postMessage({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
    // Once: a second `ready` would make the host send everything again.
  }, []);
  return state;
}

/** An explanation ends the work on it, and an old problem with it; figures belong to one explanation. */
export function next(state: HostState, message: Exclude<HostMessage, { type: 'point' }>): HostState {
  switch (message.type) {
    case 'show':
      return { ...(message.view.id === state.view?.id && studiesOf(state)), view: message.view, working: false };
    case 'clear':
      return { working: false };
    case 'working':
      return { ...studiesOf(state), view: state.view, working: true };
    case 'idle':
      return { ...studiesOf(state), view: state.view, working: false, problem: message.problem };
    case 'figures':
      if (message.of !== state.view?.id) return state;
      return {
        ...state,
        figures: { ...state.figures, ...message.figures },
        waiting: message.waiting,
        problems: message.problems,
      };
  }
}

function studiesOf({ figures, waiting, problems }: HostState): Partial<HostState> {
  return { ...(figures && { figures }), ...(waiting && { waiting }), ...(problems && { problems }) };
}
