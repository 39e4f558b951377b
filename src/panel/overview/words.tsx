import { useState } from 'preact/hooks';
import type { LabelWords, Side, Overview } from '../../shared/overview';
import { columnWidth, layRows, rowsHeight } from '../charts/rows';
import { axisOver } from '../charts/scale';
import { SvgLine, Svg, Text } from '../charts/svg';
import { ValueAxis } from '../charts/value-axis';
import { nextIndex } from '../charts/hits';
import { RadioGroup } from '../explanation/parts/radio-group';
import { fill } from '../wording/format';
import { ChartFigure } from './chart-figure';
import { useOverviewPage, type OverviewPageState } from './context';

const GAP = 32;

/** The words that most often ranked first, a small chart a label on one scale; a click asks for their rows. */
export function Words({ overview }: { readonly overview: Overview }) {
  const { strings, layout, say } = useOverviewPage();
  const [side, setSide] = useState<Side>('for');
  const labels = [...overview.words].reverse();
  const columns = layout.mode === 'wide' ? Math.min(3, labels.length) : 1;
  const width =
    layout.mode === 'wide'
      ? Math.floor((layout.content - GAP * (columns - 1)) / columns)
      : Math.min(480, layout.content);
  const most = Math.max(1, ...labels.flatMap((words) => words[side].map(({ rows }) => rows)));
  const options = [
    { value: 'for', label: strings.wordsFor },
    { value: 'against', label: strings.wordsAgainst },
  ] as const;
  const hasAgainst = labels.some(({ against }) => against.length > 0);
  const table = () => ({
    head: [strings.verdict, strings.side, strings.word, strings.rows, strings.context],
    numeric: [false, false, false, true, false],
    rows: labels.flatMap((words) =>
      (['for', 'against'] as const).flatMap((each) =>
        words[each].map(({ word, rows, contexts }) => [
          say.label(words.label),
          each === 'for' ? strings.wordsFor : strings.wordsAgainst,
          word,
          say.count(rows),
          contexts.map((context) => `… ${context.before}${context.word}${context.after} …`).join(' / '),
        ]),
      ),
    ),
  });
  const heading = hasAgainst ? (
    <RadioGroup label={strings.wordsSide} options={options} value={side} onChange={setSide} />
  ) : undefined;
  return (
    <ChartFigure heading={heading} name={strings.whichWords} table={table}>
      <div class="multiples" style={{ gridTemplateColumns: `repeat(${columns}, ${width}px)` }}>
        {labels.map((words) => (
          <LabelChart key={words.label} {...{ overview, words, side, most, width }} />
        ))}
      </div>
    </ChartFigure>
  );
}

interface LabelChartProps {
  readonly overview: Overview;
  readonly words: LabelWords;
  readonly side: Side;
  readonly most: number;
  readonly width: number;
}

function LabelChart({ overview, words, side, most, width }: LabelChartProps) {
  const { strings, measure, say, send } = useOverviewPage();
  const { label } = words;
  // Against a prediction a word has no colour of one label: it may speak for any of the others.
  const tone = side === 'for' ? overview.labels.find((each) => each.label === label)!.tone : 'bar';
  const items = words[side].map((found) => ({ ...found, text: found.word }));
  const column = columnWidth([...items, { text: strings.rows }], Math.floor((width * 0.4) / 4) * 4, measure);
  const rows = layRows(items, { top: 4, width: column, measure });
  const figures = column + 8 + Math.ceil(measure(say.count(most)) / 4) * 4;
  const axis = axisOver([most], [figures + 12, width - 12], { most: 3 });
  const bottom = 8 + rowsHeight(rows);
  const name = (word: string, count: number) => fill(strings.wordRows, word, say.count(count));
  return (
    <section>
      <h3>
        <span class={overview.labels.find((each) => each.label === label)!.tone}>{say.Label(label)}</span>
        <span class="u">{fill(strings.ofRows, say.count(words.rows))}</span>
      </h3>
      {items.length === 0 ? (
        <p class="m sm">{strings.noWords}</p>
      ) : (
        <div class="chart">
          <Svg width={width} height={bottom + 20} label={items.map(({ word, rows: n }) => name(word, n)).join('; ')}>
            <ValueAxis {...{ axis, measure, bottom }} tick={say.count} title={strings.rows} top={0} />
            {rows.map(({ item, lines, y }) => (
              <g key={item.word}>
                {lines.map((line, index) => (
                  <Text key={index} x={0} y={y + 14 + 16 * index}>
                    {line}
                  </Text>
                ))}
                <Text anchor="end" x={figures} y={y + 14}>
                  {say.count(item.rows)}
                </Text>
                <rect
                  class={tone}
                  x={axis.at(0)}
                  y={y + 6}
                  width={Math.max(1, axis.at(item.rows) - axis.at(0))}
                  height={8}
                />
              </g>
            ))}
            <SvgLine class="axis" from={[Math.round(axis.at(0)), 0]} to={[Math.round(axis.at(0)), bottom]} />
          </Svg>
          <WordButtons
            label={`${say.Label(label)}, ${side === 'for' ? strings.wordsFor : strings.wordsAgainst}`}
            buttons={rows.map(({ item, y, height }) => ({ name: name(item.word, item.rows), y, height }))}
            width={width}
            onChoose={(index) => send({ type: 'filter', filter: { label, word: items[index].word, side } })}
          />
        </div>
      )}
    </section>
  );
}

interface WordButtonsProps {
  readonly label: string;
  readonly buttons: readonly { readonly name: string; readonly y: number; readonly height: number }[];
  readonly width: number;
  readonly onChoose: (index: number) => void;
}

/** One tab stop over a chart of bars; arrows go from bar to bar. */
function WordButtons({ label, buttons, width, onChoose }: WordButtonsProps) {
  const [at, setAt] = useState(0);
  const stop = Math.min(at, buttons.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.key, stop, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next].focus();
  };
  return (
    <div role="group" aria-label={label} onKeyDown={onKeyDown}>
      {buttons.map(({ name, y, height }, index) => (
        <button
          key={index}
          class="hit"
          tabIndex={index === stop ? 0 : -1}
          aria-label={name}
          onFocus={() => setAt(index)}
          onClick={() => onChoose(index)}
          style={{ left: '-4px', top: `${y}px`, width: `${width + 8}px`, height: `${height}px` }}
        />
      ))}
    </div>
  );
}

/** The most frequent deciding word of the label that has the most rows, and of the one behind it. */
export function wordsFinding({ words }: Overview, { strings, say }: OverviewPageState): string | undefined {
  const found = [...words].filter((each) => each.for.length > 0).sort((a, b) => b.rows - a.rows);
  if (found.length === 0) return undefined;
  return found
    .slice(0, 2)
    .map((each) => fill(strings.whichWordsFound, each.for[0].word, say.count(each.for[0].rows), say.label(each.label)))
    .join(' ');
}
