import { useMemo } from 'preact/hooks';
import type { TrainingView } from '../../shared/protocol/training-page';
import type { TrainingToHost } from '../../shared/protocol/training-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import { canvasMeasure } from '../charts/measure';
import { layoutFor } from '../explanation/layout';
import { useWidth } from '../page/use-width';
import type { VsCodeApi } from '../page/vscode-api';
import { TrainingProvider, useTrainingPage } from './context';
import { Form } from './form';
import { Result } from './result';
import { Running } from './running';
import type { TrainingStrings } from '../../shared/strings/training-page';
import type { Start } from '../page/start';
import { Stopped } from './stopped';
import { useTraining } from './use-training';
import { wordingOf } from './wording';

/** The whole page: the form, the run or the result of a training. */
export function TrainingApp({ api, start }: { readonly api: VsCodeApi; readonly start: Start<TrainingStrings> }) {
  const { strings, language } = start;
  const width = useWidth();
  const layout = useMemo(() => layoutFor(width), [width]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);
  const say = useMemo(() => wordingOf(strings, language), [strings, language]);
  const page = useMemo(
    () => ({ strings, layout, measure, say, host: notifierOf<TrainingToHost>((message) => api.postMessage(message)) }),
    [strings, layout, measure, say, api],
  );
  const { view, problem } = useTraining(api, page.host);
  return (
    <TrainingProvider value={page}>
      <main class={`page training ${layout.mode}`}>
        {problem && (
          <div class="state err" role="alert">
            <p>{problem}</p>
            <p>
              <button onClick={() => page.host.showLog()}>{strings.showLog}</button>
            </p>
          </div>
        )}
        {view && <Stage view={view} />}
      </main>
    </TrainingProvider>
  );
}

function Stage({ view }: { readonly view: TrainingView }) {
  const { strings } = useTrainingPage();
  switch (view.stage) {
    case 'form':
      return <Form form={view.form} />;
    case 'running':
      return <Running run={view.run} />;
    case 'stopped':
      return <Stopped stop={view.stop} />;
    case 'result':
      return <Result result={view.result} />;
    case 'none':
      return (
        <div class="state">
          <p class="b">{strings.nothing}</p>
          <p>{strings.nothingNext}</p>
        </div>
      );
  }
}
