import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import type { TrainingHostMessage, TrainingPageMessage, TrainingView } from '../../shared/protocol/training-page';

/** What VS Code gives this page. */
export interface TrainingApi {
  postMessage(message: TrainingPageMessage): void;
  getState(): unknown;
  setState(state: object): void;
}

/** What the host last said. */
export interface TrainingState {
  readonly view?: TrainingView;
  readonly problem?: string;
}

const view = v.variant('stage', [
  v.object({ stage: v.literal('form'), form: v.looseObject({ source: v.string(), name: v.string() }) }),
  v.object({
    stage: v.literal('running'),
    run: v.looseObject({ name: v.string(), points: v.array(v.looseObject({})) }),
  }),
  v.object({ stage: v.literal('stopped'), stop: v.looseObject({ name: v.string(), why: v.string() }) }),
  v.object({ stage: v.literal('result'), result: v.looseObject({ name: v.string(), labels: v.array(v.string()) }) }),
  v.object({ stage: v.literal('none') }),
]);
const schema = v.variant('type', [
  v.object({ type: v.literal('show'), view }),
  v.object({ type: v.literal('problem'), problem: v.string() }),
]);

/** What the host sent, or undefined where it is not a message of ours: its frame is looked at, its inside is the host's. */
const readMessage = messageReader(schema as unknown as v.GenericSchema<unknown, TrainingHostMessage>);

/** Listens to the host. */
export function useTraining(api: TrainingApi): TrainingState {
  const [state, setState] = useState<TrainingState>({});
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readMessage(event.data);
      if (!message) return;
      if (message.type === 'show') setState({ view: message.view });
      else setState((before) => ({ ...before, problem: message.problem }));
    };
    window.addEventListener('message', listen);
    api.setState({});
    api.postMessage({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  return state;
}
