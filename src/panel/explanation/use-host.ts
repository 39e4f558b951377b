import { useRef, useState } from 'preact/hooks';
import type { StudyResults, PanelView, Study } from '../../shared/protocol/panel';
import { readPanelHostMessage, type PanelHostMessage } from '../../shared/protocol/host-to-panel';
import { isSheetMessage } from '../../shared/protocol/host-to-sheets';
import type { PanelToHost } from '../../shared/protocol/panel-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import type { Sheet } from '../../shared/protocol/sheets';
import { sheetsForAnother, nextSheets, NO_SHEETS, type SheetState } from '../sheets/sheet-state';
import { useMessages } from '../page/use-messages';

/** What the host last said. */
export interface HostState {
  readonly view?: PanelView;
  readonly working: boolean;
  readonly problem?: string;
  /** The studies of the explanation that were computed so far. */
  readonly figures?: StudyResults;
  readonly waiting?: readonly Study[];
  readonly problems?: Readonly<Partial<Record<Study, string>>>;
  readonly sheets: SheetState;
}

/** Listens to the host; `restored` is shown until it says otherwise. */
export function useHost(
  host: Notifier<PanelToHost>,
  restored: PanelView | undefined,
  onPoint: (word: number | null) => void,
): HostState & { readonly openSheet: (sheet: Sheet | undefined) => void } {
  const [state, setState] = useState<HostState>({ view: restored, working: false, sheets: NO_SHEETS });
  const point = useRef(onPoint);
  point.current = onPoint;
  useMessages(
    readPanelHostMessage,
    (message) => {
      if (message.type === 'point') point.current(message.word);
      else if (message.type !== 'document') setState((before) => nextState(before, message));
    },
    () => host.ready(),
  );
  const openSheet = (sheet: Sheet | undefined) =>
    setState((before) => ({ ...before, sheets: { ...before.sheets, open: sheet } }));
  return { ...state, openSheet };
}

/** The state after a message. A new explanation ends work and clears problems; figures belong to one explanation. */
export function nextState(
  state: HostState,
  message: Exclude<PanelHostMessage, { type: 'point' | 'document' }>,
): HostState {
  const { sheets, view } = state;
  if (isSheetMessage(message)) return { ...state, sheets: nextSheets(sheets, message) };
  switch (message.type) {
    case 'show': {
      const same = message.view.id === view?.id;
      const kept = same ? sheets : sheetsForAnother(sheets);
      return { ...(same && studiesOf(state)), view: message.view, working: false, sheets: kept };
    }
    case 'clear':
      return { working: false, sheets: { ...sheetsForAnother(sheets), open: undefined } };
    case 'working':
      return { ...studiesOf(state), view, working: true, sheets };
    case 'idle':
      return { ...studiesOf(state), view, working: false, problem: message.problem, sheets };
    case 'figures':
      if (message.of !== view?.id) return state;
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
