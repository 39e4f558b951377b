import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StudyResults } from '../../shared/protocol/panel';
import { canvasMeasure } from '../charts/measure';
import { Explained } from './explained';
import { useExport } from '../export/use-export';
import type { Initial } from './initial';
import { layoutFor } from './layout';
import { PageProvider } from './page-context';
import { TopBar } from './parts/top-bar';
import { Empty, Problem, Stale, Working } from './parts/states';
import { Tip } from './parts/tip';
import { WithDocument } from './document/with-document';
import { usePointing } from './pointing';
import { keepable, type SavedState } from './saved-state';
import { useHost } from './use-host';
import { useLate } from './use-late';
import { useScroll } from '../page/use-scroll';
import { useWidth } from '../page/use-width';
import type { VsCodeApi } from '../page/vscode-api';
import { panelModel } from '../wording/reading';

interface AppProps {
  readonly api: VsCodeApi;
  readonly initial: Initial;
  readonly restored: SavedState;
}

const NO_FIGURES: StudyResults = {};
/** Work that is done sooner is not spoken of. */
const WORKING_MS = 300;

/** The whole page. */
export function App({ api, initial, restored }: AppProps) {
  const { strings } = initial;
  const root = useRef<HTMLElement>(null);
  const width = useWidth();
  const layout = useMemo(() => layoutFor(width), [width]);
  const [tables, setTables] = useState(restored.tables);
  const [order, setOrder] = useState(restored.order);
  const [showAll, setShowAll] = useState(restored.showAll);
  const [open, setOpen] = useState(restored.open ?? initial.open);
  const [keptAsIs, setKeptAsIs] = useState<string | undefined>(undefined);
  const send = useMemo(() => api.postMessage.bind(api), [api]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);

  const { pointed, pointFromEditor } = usePointing({
    root,
    onPoint: (word) => send({ type: 'mark', word }),
    onChoose: (word) => send({ type: 'reveal', word }),
  });
  const { view, working, problem, figures, waiting, problems } = useHost(api, restored.view, pointFromEditor);
  const shownWorking = useLate(working, WORKING_MS);
  const reading = useMemo(() => view && panelModel(view, strings), [view, strings]);
  const scroll = useScroll(restored.scroll);
  useEffect(
    () => api.setState({ view: keepable(view), open, tables, order, showAll, scroll }),
    [api, view, open, tables, order, showAll, scroll],
  );

  const page = useMemo(
    () => ({
      ...{ strings, layout, measure, send, tables },
      toggleTable: (id: string) =>
        setTables(tables.includes(id) ? tables.filter((other) => other !== id) : [...tables, id]),
    }),
    [strings, layout, measure, send, tables],
  );
  // Kept while only the pointer moves: a long text has thousands of words.
  const explained = useMemo(() => {
    const onOpen = (id: string, isOpen: boolean) => {
      if (open.includes(id) === isOpen) return;
      const now = isOpen ? [...open, id] : open.filter((other) => other !== id);
      setOpen(now);
      send({ type: 'sections', open: now });
    };
    return (
      reading && (
        <Explained
          {...{ reading, working: shownWorking, order, showAll, open, onOpen }}
          figures={figures ?? NO_FIGURES}
          studies={{ waiting: waiting ?? [], problems: problems ?? {} }}
          onOrder={setOrder}
          onShowAll={setShowAll}
        />
      )
    );
  }, [reading, shownWorking, figures, waiting, problems, order, showAll, open, send]);
  useExport(() => ({
    ...{ page, language: initial.language },
    reported: reading && { reading, figures: figures ?? NO_FIGURES, order, showAll, open },
  }));
  const version = view && `${view.place.uri}#${view.time}`;

  return (
    <PageProvider value={page}>
      <main ref={root} class={`page ${layout.mode}`}>
        <WithDocument>
          {reading && <TopBar reading={reading} working={shownWorking} />}
          {working && !reading && <Working />}
          {problem && <Problem message={problem} />}
          {view?.stale && !working && version !== keptAsIs && (
            <Stale time={view.time} onKeep={() => setKeptAsIs(version)} />
          )}
          {explained ? (
            <div class={shownWorking ? 'old' : undefined}>{explained}</div>
          ) : (
            !working && !problem && <Empty />
          )}
        </WithDocument>
        {reading && <Tip pointed={pointed} reading={reading} />}
      </main>
    </PageProvider>
  );
}
