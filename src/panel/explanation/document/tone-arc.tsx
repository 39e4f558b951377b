import { useState } from 'preact/hooks';
import type { DocumentBar, DocumentView } from '../../../shared/protocol/document';
import { Figure } from '../../charts/figure';
import { fill } from '../../wording/format';
import { usePage } from '../page-context';

/** The drawing's own units; it is stretched to the width of the page. */
const HEIGHT = 120;
const MIDDLE = HEIGHT / 2;
const STEP = 10;
/** Tones nearer to the middle are dots. */
const DOT = 0.08;

const y = (tone: number): number => MIDDLE - tone * (MIDDLE - 6);

/** A bar a sentence, up where it is positive, down where it is negative; a line through the average of five. */
export function ToneArc({ view, cursor }: { readonly view: DocumentView; readonly cursor: number }) {
  const { strings, host } = usePage();
  const said = strings.wholeDocument;
  const { bars } = view;
  const [pointed, point] = useState<number>();
  const size = bars.length > 0 ? bars[0].to - bars[0].from : 1;
  const told = pointed !== undefined && pointed < bars.length ? bars[pointed] : undefined;
  const table = () => ({
    head: [said.line, said.tone, said.sentences],
    numeric: [true, true, false],
    rows: bars.map(({ line, tone, text }) => [String(line), tone.toFixed(2).replace('-', '−'), text]),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -bars.length,
      End: bars.length,
    };
    if (event.key === 'Enter' && told) return host.goTo({ start: told.start });
    if (!(event.key in steps)) return;
    event.preventDefault();
    const from = pointed ?? Math.max(0, cursor);
    point(Math.min(bars.length - 1, Math.max(0, from + steps[event.key])));
  };
  return (
    <Figure
      id="tone-arc"
      heading={<h2>{said.toneArc}</h2>}
      note={size > 1 ? fill(said.barGroup, size) : said.barSentence}
      name={said.toneArc}
      table={table}
    >
      <div
        class="arc"
        tabIndex={0}
        role="group"
        aria-label={said.toneArc}
        onKeyDown={onKeyDown}
        onBlur={() => point(undefined)}
      >
        <span class="pole tone-positive">{strings.labels.positive}</span>
        <svg
          viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerLeave={() => point(undefined)}
        >
          <line class="axis" x1="0" x2={bars.length * STEP} y1={MIDDLE} y2={MIDDLE} />
          {bars.map((bar, at) => (
            <Bar key={bar.from} bar={bar} at={at} marked={at === (pointed ?? cursor)} />
          ))}
          <polyline class="halo" points={line(bars)} />
          <polyline class="average" points={line(bars)} />
          {bars.map((bar, at) => (
            <rect
              key={bar.from}
              class="hit"
              x={at * STEP}
              width={STEP}
              y="0"
              height={HEIGHT}
              onPointerEnter={() => point(at)}
              onClick={() => host.goTo({ start: bar.start })}
            />
          ))}
        </svg>
        <span class="pole tone-negative">{strings.labels.negative}</span>
        <p class="told" aria-live="polite">
          {told ? fill(said.lineOf, told.line, told.text) : '\u00a0'}
        </p>
      </div>
    </Figure>
  );
}

function Bar({
  bar: { tone },
  at,
  marked,
}: {
  readonly bar: DocumentBar;
  readonly at: number;
  readonly marked: boolean;
}) {
  const side = Math.abs(tone) < DOT ? 'neutral' : tone > 0 ? 'positive' : 'negative';
  const [top, bottom] = tone > 0 ? [y(tone), MIDDLE] : [MIDDLE, y(tone)];
  return (
    <>
      {side === 'neutral' ? (
        <rect class="fill-neutral" x={at * STEP + 3} width={STEP - 6} y={MIDDLE - 3} height="6" />
      ) : (
        <rect class={`fill-${side}`} x={at * STEP + 1} width={STEP - 2} y={top} height={bottom - top} />
      )}
      {marked && <rect class="marked" x={at * STEP + 0.5} width={STEP - 1} y="1" height={HEIGHT - 2} />}
    </>
  );
}

const line = (bars: readonly DocumentBar[]): string =>
  bars.map(({ average }, at) => `${(at + 0.5) * STEP},${y(average).toFixed(1)}`).join(' ');
