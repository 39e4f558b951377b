import { useMemo } from 'preact/hooks';
import type { ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingToHost } from '../../shared/protocol/reading-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import { layoutFor } from '../explanation/layout';
import { useWidth } from '../page/use-width';
import type { Start } from '../page/start';
import type { VsCodeApi } from '../page/vscode-api';
import { fill } from '../wording/format';
import { Columns } from './columns';
import { ReadingProvider, useReadingPage, type ReadingPageState } from './context';
import { columnName, isBlank } from './names';
import { HowRead } from './how-read';
import { Meanings } from './meanings';
import { useReading } from './use-reading';
import { WhatItDoes } from './what-it-does';

interface AppProps {
  readonly api: VsCodeApi;
  readonly start: Start<ReadingStrings>;
}

/** The whole page: was my file understood, and what will be done with it. */
export function ReadingApp({ api, start }: AppProps) {
  const { language, strings } = start;
  const width = useWidth();
  const { mode } = useMemo(() => layoutFor(width), [width]);
  const page = useMemo(
    (): ReadingPageState => ({
      strings,
      isNarrow: mode !== 'wide',
      isHeadless: mode === 'narrow',
      host: notifierOf<ReadingToHost>((message) => api.postMessage(message)),
      count: (value) => value.toLocaleString(language),
      percent: (share) => fill(strings.percent, Math.round(100 * share)).replace(' %', '\u00a0%'),
    }),
    [strings, mode, language, api],
  );
  const { view, looking, problem } = useReading(page.host);
  return (
    <ReadingProvider value={page}>
      <main class={`page file-reading ${mode}`} aria-busy={looking}>
        {problem !== undefined && (
          <div class="state err" role="alert">
            <p>{problem}</p>
          </div>
        )}
        {view ? <Reading view={view} looking={looking} /> : <p role="status">{strings.looking}</p>}
      </main>
    </ReadingProvider>
  );
}

function Reading({ view, looking }: { readonly view: ReadingView; readonly looking: boolean }) {
  const page = useReadingPage();
  const { strings, host, count } = page;
  // Of several files, others than the one that is shown may have texts.
  const isNothing = view.shown === undefined && isBlank(view);
  const ready = !looking && !isNothing && view.columns.some(({ use }) => use === 'text');
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    // A button and a menu do what is written on them.
    const isControl = target instanceof HTMLButtonElement || target instanceof HTMLSelectElement;
    if (event.key === 'Escape') host.cancelReading();
    if (event.key !== 'Enter' || isControl || !ready) return;
    event.preventDefault();
    host.start();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <h1 class="headline" tabIndex={-1}>
        {headingOf(view, page)}
      </h1>
      <p class="lead">{lead(view, page)}</p>
      {view.damage.rows > 0 && (
        <p class="lead b">
          {fill(strings.damaged, count(view.damage.rows), count(view.damage.line ?? 0), view.damage.error ?? '')}
        </p>
      )}
      <HowRead view={view} />
      <Columns view={view} />
      {view.labels && <Meanings labels={view.labels} />}
      {!isNothing && <WhatItDoes view={view} />}
      <div class="go">
        <button class="primary" disabled={!ready} onClick={() => host.start()}>
          {startOf(view, page)}
        </button>
        <button onClick={() => host.cancelReading()}>{strings.cancel}</button>
        {looking && (
          <span class="m sm" role="status">
            {strings.looking}
          </span>
        )}
      </div>
    </div>
  );
}

/** What the button starts, with the number of rows where that is known. */
function startOf(view: ReadingView, { strings, count }: ReadingPageState): string {
  if (!view.whole || view.shown !== undefined) return strings.startMore;
  return view.rows === 1 ? strings.startOne : fill(strings.start, count(view.rows));
}

function headingOf({ what, shown, rows, whole }: ReadingView, { strings, count }: ReadingPageState): string {
  if (shown !== undefined) return fill(strings.headingFiles, what);
  if (whole && rows === 1) return fill(strings.headingOne, what);
  return fill(whole ? strings.heading : strings.headingMore, what, count(rows));
}

/** Languages, the label, what is left out: one sentence each. */
function lead(view: ReadingView, { strings, count, percent }: ReadingPageState): string {
  const all = view.languages.reduce((sum, { rows }) => sum + rows, 0);
  const names = strings.languages as Readonly<Record<string, string>>;
  const known = view.languages.filter(({ code }) => Object.hasOwn(names, code));
  const other = all - known.reduce((sum, { rows }) => sum + rows, 0);
  const shares = known.map(({ code, rows }) => fill(strings.share, names[code], percent(rows / all)));
  if (other > 0) shares.push(fill(strings.otherShare, percent(other / all)));
  const isTable = view.columns.length > 1;
  const sentences = [
    view.shown === undefined ? '' : fill(strings.shown, view.shown, count(view.rows)),
    fill(strings.format, view.format),
    all === 0 ? '' : `${shares.join(strings.comma)}${strings.comma === ', ' ? '.' : '。'}`,
    view.labels
      ? fill(strings.labelIs, columnName(view.labels.column, view, strings))
      : isTable
        ? strings.labelNone
        : '',
    view.empty > 1 ? fill(strings.left, count(view.empty)) : view.empty === 1 ? strings.leftOne : '',
    other > 0 && view.labels ? strings.otherOut : '',
  ];
  // Chinese has no space after its full stop.
  return sentences.filter(Boolean).join(' ').replaceAll('。 ', '。');
}
