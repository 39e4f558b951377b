import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ReviewOrder } from '../../shared/findings/review';
import type { OverviewToHost } from '../../shared/protocol/overview-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import { canvasMeasure } from '../charts/measure';
import { useWidth } from '../page/use-width';
import type { VsCodeApi } from '../page/vscode-api';
import { fill } from '../wording/format';
import { Accuracy } from './accuracy/accuracy';
import { withChange } from './state/review-change';
import type { OverviewRow } from './state/overview-state';
import { OverviewProvider, type OverviewPageState, type RowDecision } from './context';
import { FilterBar } from './filters/filter-bar';
import { FindingsView } from './findings/findings-view';
import { OverviewHead } from './head';
import { Keys } from './keys';
import { Lead } from './lead';
import { Missing } from './missing';
import { overviewLayoutFor } from './layout';
import { NoMatch } from './parts/no-match';
import { Problem } from './parts/problem';
import { Tabs, TABS, type Tab } from './parts/tabs';
import { ReviewView } from './review/review-view';
import { RowsView } from './rows/rows-view';
import { ShareDialog } from './share/share-dialog';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import type { Start } from '../page/start';
import { pageKey } from './page-keys';
import { useOverview, type RowsProgress } from './use-overview';
import { wordingOf } from './wording';

/** The whole page of many rows: findings, accuracy, rows, review. */
export function OverviewApp({ api, start }: { readonly api: VsCodeApi; readonly start: Start<OverviewStrings> }) {
  const { strings, language } = start;
  const width = useWidth();
  const layout = useMemo(() => overviewLayoutFor(width), [width]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);
  const host = useMemo(() => notifierOf<OverviewToHost>((message) => api.postMessage(message)), [api]);
  const { overview, progress } = useOverview(api, host, strings);
  const say = useMemo(() => wordingOf(strings, language), [strings, language]);
  const [dialog, setDialog] = useState<'share' | 'keys'>();
  const decide = useCallback((row: OverviewRow, said: RowDecision) => {
    const { label, ...others } = said;
    const change = { row: row.number, ...others, ...('label' in said && { label: label ?? null }) };
    const reviews = withChange(overview.reviews, change);
    overview.setReviews([...reviews.values()]);
    const { number, text, label: prediction, file, line } = row;
    const about = { text, ...(prediction !== undefined && { prediction }), ...(file !== '' && { file }), line };
    const now = reviews.get(number);
    host.review({ said: { row: number, ...(now && { review: now }), ...about } });
  }, []);
  const review = useCallback((order: ReviewOrder) => {
    overview.queue.choose(order);
    overview.set({ tab: 'review' });
  }, []);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = pageKey(event);
      if (!act || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (act.do === 'tab') {
        overview.set({ tab: TABS[act.tab] });
        document.getElementById(`tab-${TABS[act.tab]}`)?.focus();
      } else if (act.do === 'search') document.getElementById('search')?.focus();
      else if (act.do === 'filter') document.querySelector<HTMLElement>('#add-filter button')?.click();
      else if (act.do === 'keys') setDialog('keys');
      else overview.setFilter(overview.filter.slice(0, -1));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const { info } = progress;
  if (!info) {
    return (
      <main class={`page overview ${layout.mode}`}>
        {progress.problem === undefined ? (
          <p role="status">{strings.counting}</p>
        ) : (
          <Problem problem={progress.problem} onLog={() => host.showLog()} label={strings.showLog} />
        )}
      </main>
    );
  }
  if (info.missing) return <Missing {...{ info, names: info.missing, strings, progress, host, mode: layout.mode }} />;
  // A new object each time, so that everything below is drawn again with the current state.
  const page: OverviewPageState = { strings, layout, measure, say, host, language, overview, info, decide, review };
  const { tab } = overview.view;
  return (
    <OverviewProvider value={page}>
      <main class={`page overview ${layout.mode}`}>
        {progress.problem !== undefined && (
          <Problem problem={progress.problem} onLog={() => host.showLog()} label={strings.showLog} />
        )}
        <OverviewHead progress={progress} onShare={() => setDialog('share')} onKeys={() => setDialog('keys')} />
        <Progress progress={progress} page={page} />
        <Lead />
        <div class="sticky">
          <Tabs
            label={strings.views}
            tabs={tabsOf(page)}
            value={tab}
            onChange={(next) => overview.set({ tab: next })}
          />
          <FilterBar />
        </div>
        <div id="view" class="view" role="tabpanel" aria-labelledby={`tab-${tab}`} aria-busy={overview.figures.isBusy}>
          {(overview.store.rows > 0 || (!progress.isReading && progress.problem === undefined)) && (
            <View tab={tab} page={page} />
          )}
        </div>
        {dialog === 'share' && <ShareDialog onClose={() => setDialog(undefined)} />}
        {dialog === 'keys' && <Keys onClose={() => setDialog(undefined)} />}
      </main>
    </OverviewProvider>
  );
}

function View({ tab, page: { overview } }: { readonly tab: Tab; readonly page: OverviewPageState }) {
  if (tab === 'review') return <ReviewView />;
  if (overview.shown.length === 0) return <NoMatch />;
  switch (tab) {
    case 'findings':
      return <FindingsView />;
    case 'accuracy':
      return <Accuracy />;
    case 'rows':
      return <RowsView />;
  }
}

/** The tabs, each with the number shown beside its name. */
function tabsOf({ strings, say, overview }: OverviewPageState) {
  const { queue, figures } = overview;
  const accuracy = figures.measurable.file > 0 ? figures.accuracy('file') : undefined;
  const [done, all] =
    overview.view.tab === 'review' || overview.reviews.size > 0 ? [queue.reviewed.length, queue.rows().length] : [0, 0];
  return [
    { id: 'findings', name: strings.findingsTab },
    { id: 'accuracy', name: strings.accuracyTab, ...(accuracy && { figure: say.share(accuracy.accuracy.value) }) },
    { id: 'rows', name: strings.rowsTab, figure: say.count(overview.shown.length) },
    {
      id: 'review',
      name: strings.reviewTab,
      ...(all > 0 && { figure: fill(strings.ofReviewed, say.count(done), say.count(all)) }),
    },
  ] as const;
}

/** How far the reading of the rows has come; those read so far stand below. */
function Progress({ progress, page }: { readonly progress: RowsProgress; readonly page: OverviewPageState }) {
  const { strings, say, overview } = page;
  if (!progress.isReading && !progress.isWorking) return null;
  const { rows } = overview.store;
  const { whole } = progress;
  const isKnown = whole !== undefined && whole > 0;
  return (
    <div class="reading" role="status">
      <b>
        {isKnown
          ? fill(strings.reading, say.count(rows), say.count(whole))
          : fill(strings.readingSome, say.count(rows))}
      </b>
      {say.gap}
      {strings.readingNote}
      {isKnown && (
        <span class="progress" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * rows) / whole)}%` }} />
        </span>
      )}
    </div>
  );
}
