import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Density } from '../../shared/highlights';
import type { StudyResults } from '../../shared/protocol/panel';
import type { PanelToHost } from '../../shared/protocol/panel-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import type { Sheet } from '../../shared/protocol/sheets';
import { canvasMeasure } from '../charts/measure';
import { Explained } from './explained';
import { copyImage, copyRich } from '../export/copy-text';
import { useExport } from '../export/use-export';
import type { Initial } from './initial';
import { layoutFor } from './layout';
import { PageProvider } from './page-context';
import { TopBar } from './parts/top-bar';
import { KeysList } from './parts/keys-list';
import { Empty, Problem, Stale, Working } from './parts/states';
import { Tip } from './parts/tip';
import { WithDocument } from './document/with-document';
import { usePointing } from './pointing';
import { keepable, type SavedState } from './saved-state';
import { useHost } from './use-host';
import { focusedFigure, focusHighlight, useKeys } from './use-keys';
import { useLate } from './use-late';
import { OpenSheet } from '../sheets/open-sheet';
import { useScroll } from '../page/use-scroll';
import { useWidth } from '../page/use-width';
import type { VsCodeApi } from '../page/vscode-api';
import { shownExplanation } from '../wording/reading';

interface AppProps {
  readonly api: VsCodeApi;
  readonly initial: Initial;
  readonly restored: SavedState;
}

const NO_FIGURES: StudyResults = {};
/** Work that takes fewer milliseconds is not announced. */
const WORKING_MS = 300;

/** The figures without those that were measured for a different set of highlights. */
function figuresFor(figures: StudyResults | undefined, density: Density | undefined): StudyResults | undefined {
  if (!figures?.trust || figures.trust.reading.density === density) return figures;
  return { ...figures, trust: undefined };
}

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
  const host = useMemo(() => notifierOf<PanelToHost>((message) => api.postMessage(message)), [api]);
  const measure = useMemo(() => canvasMeasure(getComputedStyle(document.body).fontFamily), []);

  const { pointed, pointFromEditor } = usePointing({
    root,
    onPoint: (word) => host.mark({ word }),
    onChoose: (word) => host.reveal({ word }),
  });
  const said = useHost(host, restored.view, pointFromEditor);
  const { view, working, problem, waiting, problems, sheets, openSheet } = said;
  const figures = useMemo(() => figuresFor(said.figures, view?.density), [said.figures, view?.density]);
  const [keysShown, showKeys] = useState(false);
  /** What opened the sheet, and how far the explanation was scrolled. */
  const opener = useRef<{ readonly element: Element | null; readonly scroll: number } | undefined>(undefined);
  const shownWorking = useLate(working, WORKING_MS);
  const shown = useMemo(
    () => view && shownExplanation(view, strings, figures?.without),
    [view, strings, figures?.without],
  );
  const scroll = useScroll(restored.scroll);
  useEffect(
    () => api.setState({ view: keepable(view), open, tables, order, showAll, scroll }),
    [api, view, open, tables, order, showAll, scroll],
  );

  const page = useMemo(
    () => ({
      ...{ strings, layout, measure, host, tables },
      onSheet: (sheet: Sheet) => {
        opener.current = { element: document.activeElement, scroll: window.scrollY };
        openSheet(sheet);
      },
      toggleTable: (id: string) =>
        setTables(tables.includes(id) ? tables.filter((other) => other !== id) : [...tables, id]),
    }),
    [strings, layout, measure, host, tables],
  );
  // Not drawn again while only the pointer moves: a long text has thousands of words.
  const explained = useMemo(() => {
    const onOpen = (id: string, isOpen: boolean) => {
      if (open.includes(id) === isOpen) return;
      const now = isOpen ? [...open, id] : open.filter((other) => other !== id);
      setOpen(now);
      host.sections({ open: now });
    };
    return (
      shown && (
        <Explained
          {...{ shown, working: shownWorking, order, showAll, open, onOpen }}
          figures={figures ?? NO_FIGURES}
          studies={{ waiting: waiting ?? [], problems: problems ?? {} }}
          onOrder={setOrder}
          onShowAll={setShowAll}
        />
      )
    );
  }, [shown, shownWorking, figures, waiting, problems, order, showAll, open, host]);
  const sheet = shown || sheets.open === 'pinned' ? sheets.open : undefined;
  const back = () => openSheet(undefined);
  // Where one comes back to: the focus returns to what opened the sheet.
  useLayoutEffect(() => {
    if (sheet) return window.scrollTo(0, 0);
    if (!opener.current) return;
    const { element, scroll: scrolled } = opener.current;
    if (element instanceof HTMLElement) element.focus();
    window.scrollTo(0, scrolled);
    opener.current = undefined;
  }, [sheet]);
  const pin = () => {
    if (!shown) return;
    host.pin();
    page.onSheet('pinned');
  };
  const toggleFocused = () => {
    const figure = focusedFigure() ?? (sheet ? undefined : 'why');
    if (figure !== undefined) page.toggleTable(figure);
  };
  useKeys({
    ...(sheet && { Escape: back }),
    ...(shown &&
      !sheet && {
        j: () => focusHighlight(1),
        k: () => focusHighlight(-1),
        p: pin,
        w: () => page.onSheet('whatIf'),
        m: () => page.onSheet('compare'),
      }),
    t: toggleFocused,
    '?': () => showKeys(true),
  });
  const reported = shown && { shown, figures: figures ?? NO_FIGURES, order, showAll, open };
  const copy = async (as: 'image' | 'rich') => {
    if (!reported) return;
    if (as === 'image') await copyImage(reported, page, initial.paper);
    else await copyRich(reported, page);
  };
  useExport(api, () => ({
    ...{ page, language: initial.language },
    reported,
  }));
  const version = view && `${view.place.uri}#${view.time}`;

  return (
    <PageProvider value={page}>
      <main ref={root} class={`page ${layout.mode}`}>
        {sheet && <OpenSheet {...{ sheet, shown, sheets }} figures={figures ?? NO_FIGURES} onBack={back} />}
        {/* It stays as it is behind a sheet, with what has the focus in it. */}
        <div hidden={sheet !== undefined}>
          <WithDocument>
            {shown && (
              <TopBar
                {...{ shown }}
                working={shownWorking}
                onSheet={page.onSheet}
                onPin={pin}
                onKeys={() => showKeys(true)}
                onCopy={copy}
              />
            )}
            {working && !shown && <Working />}
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
        </div>
        {keysShown && <KeysList onClose={() => showKeys(false)} />}
        {shown && <Tip pointed={pointed} shown={shown} />}
      </main>
    </PageProvider>
  );
}
