import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../../../shared/languages';
import { fill } from '../../wording/format';
import type { OverviewRow } from '../state/overview-state';
import { useOverviewPage } from '../context';
import { LabelButtons } from '../parts/label-buttons';
import { Marked } from '../parts/marked';
import { Note } from '../review/note';
import { rowFacts } from './row-facts';

/** The second label is mentioned only if it is at least this likely. */
const LEAST_SECOND = 0.05;
const [LEAST, MOST, STEP] = [96, 640, 24];
/** The height of the pane in pixels: on narrower pages the buttons stand below the text, not beside it. */
export const PANE_HEIGHTS = { wide: 200, middle: 300, narrow: 300 };

/** All of a row: its whole text with highlights, what the file says, and what a person says. Its upper edge can be dragged. */
export function ReadingPane({ row, onClosed }: { readonly row: OverviewRow; readonly onClosed: () => void }) {
  const { strings, say, overview, host, decide, layout } = useOverviewPage();
  const { rows: words } = strings;
  const [height, setHeight] = useState(PANE_HEIGHTS[layout.mode]);
  const from = useRef<{ readonly y: number; readonly height: number } | undefined>(undefined);
  const set = (value: number) => setHeight(Math.min(MOST, Math.max(LEAST, value)));
  const review = overview.reviews.get(row.number);
  const close = () => {
    overview.read(overview.current, false);
    onClosed();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const place = row.file === '' ? [] : [`${row.file}:${row.line}`];
  const facts = [
    ...rowFacts(row, overview, say),
    strings.languages[row.language],
    ...(row.given === undefined ? [] : [row.given]),
    ...place,
  ];
  return (
    <section
      class="pane"
      aria-label={fill(words.pane, say.count(row.number))}
      onKeyDown={onKeyDown}
      style={{ height: `${height}px` }}
    >
      <div
        class="edge"
        role="separator"
        aria-orientation="horizontal"
        aria-label={words.paneHeight}
        aria-valuenow={height}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { y: event.clientY, height };
        }}
        onPointerMove={(event) => from.current && set(from.current.height + from.current.y - event.clientY)}
        onPointerUp={() => (from.current = undefined)}
        onKeyDown={(event) => {
          const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          set(height + step);
        }}
      />
      <div class="pane-body">
        <div class="pane-text">
          <div class="row">
            <h2>{fill(words.pane, say.count(row.number))}</h2>
            <span class="m sm texts">{facts.join(' · ')}</span>
          </div>
          <p class="whole texts" lang={LANGUAGES[row.language].tag}>
            <Marked text={row.text} marks={row.marks} underlined={review?.reason} />
          </p>
          <p>
            <PredictionSentence row={row} />
          </p>
        </div>
        <div class="pane-acts">
          {row.label !== undefined && (
            <>
              <p class="sub">{words.shouldBe}</p>
              <LabelButtons
                chosen={review?.label}
                onChoose={(label) => decide(row, { label: label === review?.label ? undefined : label })}
              />
            </>
          )}
          <p class="row">
            {row.label !== undefined && (
              <button class="link" aria-keyshortcuts="E" onClick={() => host.explainRow({ row: row.number })}>
                {words.explain}
              </button>
            )}
            <button class="link" aria-keyshortcuts="O" onClick={() => host.openRow({ row: row.number })}>
              {words.open}
            </button>
            <button class="link" onClick={close}>
              {strings.close}
            </button>
          </p>
          <PaneNote key={row.index} row={row} />
        </div>
      </div>
    </section>
  );
}

/** What a person wants to remember of the row: a button that becomes the field, or what was written. */
function PaneNote({ row }: { readonly row: OverviewRow }) {
  const { strings, overview, decide } = useOverviewPage();
  const text = overview.reviews.get(row.number)?.note ?? '';
  const [isOpen, setOpen] = useState(text !== '');
  useLayoutEffect(() => {
    if (isOpen && text === '') document.getElementById('note')?.focus();
  }, [isOpen]);
  return isOpen ? (
    <Note text={text} onSave={(note) => decide(row, { note })} />
  ) : (
    <p>
      <button id="add-note" class="link" aria-keyshortcuts="N" onClick={() => setOpen(true)}>
        {strings.rows.note}
      </button>
    </p>
  );
}

/** What is predicted, beside what the file says. */
function PredictionSentence({ row }: { readonly row: OverviewRow }) {
  const { strings, say } = useOverviewPage();
  const { rows: words } = strings;
  const { label, confidence, meant, second, tone, marks } = row;
  if (label === undefined) return <>{strings.damaged}</>;
  const template = meant === undefined ? words.plain : meant === label ? words.same : words.other;
  const [before, after] = template.split('{0}');
  return (
    <>
      {before}
      <b class={tone}>{say.Label(label)}</b>
      {fill(after, '', say.percent(confidence), meant === undefined ? '' : say.label(meant))}
      {say.gap}
      {second &&
        second.probability >= LEAST_SECOND &&
        fill(words.second, say.label(second.label), say.percent(second.probability))}
      {say.gap}
      {marks.length === 0 && words.noHighlight}
    </>
  );
}
