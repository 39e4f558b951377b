import { useState } from 'preact/hooks';
import { readTrainingHostMessage } from '../../shared/protocol/host-to-training';
import type { TrainingView } from '../../shared/protocol/training-page';
import type { TrainingToHost } from '../../shared/protocol/training-to-host';
import type { Notifier } from '../../shared/rpc/notifications';
import { useMessages } from '../page/use-messages';
import type { VsCodeApi } from '../page/vscode-api';

/** What the host last said. */
interface TrainingState {
  readonly view?: TrainingView;
  readonly problem?: string;
}

/** Listens to the host. */
export function useTraining(api: VsCodeApi, host: Notifier<TrainingToHost>): TrainingState {
  const [state, setState] = useState<TrainingState>({});
  useMessages(
    readTrainingHostMessage,
    (message) => {
      if (message.type === 'show') setState({ view: message.view });
      else setState((before) => ({ ...before, problem: message.problem }));
    },
    () => {
      api.setState({});
      host.ready();
    },
  );
  return state;
}
