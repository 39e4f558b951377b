import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { canvasMeasure } from '../charts/measure';
import { layoutFor } from '../explanation/layout';
import { Section } from '../explanation/parts/section';
import { useWidth } from '../page/use-width';
import { fill } from '../wording/format';
import { confusionFinding, ConfusionMatrix, AgreementMeasures } from './agreement';
import { OverviewProvider, wordingOf } from './context';
import { Counts } from './counts';
import { Groups, groupsFinding } from './groups';
import { OverviewHead } from './head';
import { LengthChart } from './lengths';
import { Review, reviewFinding } from './review';
import type { Start } from './start';
import { useOverview, type OverviewApi } from './use-overview';
import { Words, wordsFinding } from './words';

/** The whole page: what a file of results comes to. */
export function OverviewApp({ api, start }: { readonly api: OverviewApi; readonly start: Start }) {
  const { strings, language } = start;
  const width = useWidth();
  const layout = useMemo(() => layoutFor(width), [width]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);
  const { view, found, working, problem, clear } = useOverview(api);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const say = useMemo(() => wordingOf(strings, language), [strings, language]);
  const page = useMemo(
    () => ({ strings, layout, measure, say, send: api.postMessage.bind(api) }),
    [strings, layout, measure, say, api],
  );
  const list = useRef<HTMLDivElement>(null);
  // What a chart was asked for is shown below it: the person is taken there.
  useEffect(() => {
    if (!found) return;
    list.current?.scrollIntoView();
    list.current?.querySelector<HTMLElement>('li[tabindex="0"]')?.focus({ preventScroll: true });
  }, [found]);
  const section = (id: string) => ({
    id,
    open: !closed.includes(id),
    onOpen: (which: string, open: boolean) =>
      setClosed((before) => (open ? before.filter((each) => each !== which) : [...before, which])),
  });
  const overview = view?.overview;
  return (
    <OverviewProvider value={page}>
      <main class={`page overview ${layout.mode}`}>
        {working && (
          <p class="working sm" role="status">
            {strings.working}
          </p>
        )}
        {problem && (
          <div class="state err" role="alert">
            <p>{problem}</p>
            <p>
              <button onClick={() => page.send({ type: 'showLog' })}>{strings.showLog}</button>
            </p>
          </div>
        )}
        {view && overview && (
          <>
            <OverviewHead view={view} />
            {overview.labels.length > 0 && (
              <div class="two first">
                <Counts overview={overview} width={layout.column} />
                <LengthChart lengths={overview.lengths} width={layout.column} />
              </div>
            )}
            {overview.groups && (
              <Section {...section('groups')} title={strings.byGroup} finding={groupsFinding(overview, page)}>
                {() => <Groups overview={overview} />}
              </Section>
            )}
            {overview.words.length > 0 && (
              <Section {...section('words')} title={strings.whichWords} finding={wordsFinding(overview, page)}>
                {() => <Words overview={overview} />}
              </Section>
            )}
            {overview.agreement && (
              <Section
                {...section('agreement')}
                title={strings.whereDiffers}
                finding={confusionFinding(overview.agreement, page)}
              >
                {() => (
                  <div class="two">
                    <ConfusionMatrix agreement={overview.agreement!} />
                    <AgreementMeasures agreement={overview.agreement!} />
                  </div>
                )}
              </Section>
            )}
            <div ref={list}>
              <Section
                {...section('review')}
                title={found ? fill(strings.filtered, say.count(found.rows)) : strings.review}
                finding={found ? undefined : reviewFinding(overview, page)}
              >
                {() => (
                  <Review key={found ? JSON.stringify(found.filter) : 'queue'} {...{ view, found }} onBack={clear} />
                )}
              </Section>
            </div>
            {overview.damaged.length > 0 && (
              <Section {...section('damaged')} title={strings.damaged}>
                {() => (
                  <ul class="damaged">
                    {overview.damaged.map(({ row, file, error }) => (
                      <li key={row}>
                        <span class="m">
                          {[fill(strings.rowName, say.count(row)), file].filter(Boolean).join(' · ')}
                        </span>{' '}
                        {error}
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
            )}
          </>
        )}
      </main>
    </OverviewProvider>
  );
}
