import { useMemo } from 'preact/hooks';
import type { TrainingView } from '../../shared/protocol/training-page';
import { canvasMeasure } from '../charts/measure';
import { layoutFor } from '../explanation/layout';
import { useWidth } from '../page/use-width';
import { TrainingProvider, useTrainingPage } from './context';
import { Form } from './form';
import { Result } from './result';
import { Running } from './running';
import type { Start } from './start';
import { Stopped } from './stopped';
import { useTraining, type TrainingApi } from './use-training';
import { wordingOf } from './wording';

/** The whole page: the form, the run or the result of a training. */
export function TrainingApp({ api, start }: { readonly api: TrainingApi; readonly start: Start }) {
  const { strings, language } = start;
  const width = useWidth();
  const layout = useMemo(() => layoutFor(width), [width]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);
  const say = useMemo(() => wordingOf(strings, language), [strings, language]);
  const page = useMemo(
    () => ({ strings, layout, measure, say, send: api.postMessage.bind(api) }),
    [strings, layout, measure, say, api],
  );
  const { view, problem } = useTraining(api);
  return (
    <TrainingProvider value={page}>
      <main class={`page training ${layout.mode}`}>
        {problem && (
          <div class="state err" role="alert">
            <p>{problem}</p>
            <p>
              <button onClick={() => page.send({ type: 'showLog' })}>{strings.showLog}</button>
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
