import { usePage } from '../explanation/page-context';
import type { ShownExplanation, Ranked } from '../wording/reading';
import { isNothing } from '../wording/unit';
import { RowHits } from './row-hits';
import { columnWidth, layRows, rowsHeight } from './rows';
import { axisOver } from './scale';
import { Svg, Text } from './svg';
import { axisHeight, ValueAxis } from './value-axis';

/** Above the rows: room for *contradicts | supports*, or for the uniform share of a chart beside it. */
export const HEAD_HEIGHT = 20;
/** In a narrow page a phrase has its own line above figure and bar. */
const LINE = 16;
const TWO_LINES = 36;
const ROW = 24;

interface ScoreBarsProps {
  readonly shown: ShownExplanation;
  /** Phrases or words, in the order in which they are drawn. */
  readonly items: readonly Ranked[];
  readonly width: number;
  /** Its rows are level with those of a chart of attention beside it. */
  readonly beside?: boolean;
  /** Phrases stand above their bars where the page is narrow. */
  readonly stacked?: boolean;
  /** What the chart shows, as a sentence. */
  readonly finding: string;
}

/** Phrase, ▲▼, points and bar: diverging from 0 where the method is signed, grey where it is a saliency. */
export function ScoreBars({ shown, items, width, beside = false, stacked = false, finding }: ScoreBarsProps) {
  const { strings, measure } = usePage();
  const { unit, view } = shown;
  const { signed } = view.explanation;
  const values = items.map(unit.value);
  const wordWidth = stacked ? 0 : wordColumn(items, width, measure);
  const figureWidth = Math.max(...values.map((value) => measure(unit.figure(value), true)));
  const arrow = stacked ? 4 : wordWidth + 12;
  const figures = Math.ceil((signed ? arrow + 8 : wordWidth + 8) + figureWidth);
  const axis = axisOver(values, [figures + 12, width - 16], { bothSides: signed });
  const head = signed || beside ? HEAD_HEIGHT : 0;
  const pitch = beside ? undefined : stacked ? TWO_LINES : ROW;
  const rows = layRows(items, { top: head, width: stacked ? width : wordWidth, measure, pitch });
  const bottom = head + rowsHeight(rows) + 4;
  const zero = axis.at(0);
  const title = { axis, title: '', tick: unit.tick, measure };
  return (
    <>
      <Svg width={width} height={bottom + axisHeight(title)} label={finding}>
        {signed && (
          <>
            <Text class="m" anchor="end" x={zero - 8} y={12}>
              {strings.against}
            </Text>
            <Text class="m" x={zero + 8} y={12}>
              {strings.for}
            </Text>
          </>
        )}
        <ValueAxis {...title} top={head} bottom={bottom} above={signed ? HEAD_HEIGHT : 0} />
        {rows.map(({ item, lines, y }, index) => {
          const strong = item.step >= 3 ? 'b' : '';
          const figure = unit.figure(values[index]);
          const nothing = isNothing(item, unit);
          const end = axis.at(values[index]);
          const tone = signed ? item.tone : 'bar';
          const line = stacked ? y + LINE * lines.length : y + (pitch ? 2 : 0);
          return (
            <g key={item.from}>
              {lines.map((text, part) => (
                <Text
                  key={part}
                  class={`${nothing ? 'm' : strong}${stacked ? ' halo' : ''}`}
                  x={0}
                  y={(stacked ? y : line) + 14 + LINE * part}
                >
                  {text}
                </Text>
              ))}
              {signed && !nothing && (
                <Text class={`arrow ${tone}`} anchor="middle" x={arrow} y={line + 13}>
                  {item.direction === 'against' ? '▼' : '▲'}
                </Text>
              )}
              <Text class={nothing ? 'm' : strong} anchor="end" x={figures} y={line + 14}>
                {figure}
              </Text>
              {!nothing && (
                <rect
                  class={tone}
                  x={Math.min(zero, end)}
                  y={line + 6}
                  width={Math.max(1, Math.abs(end - zero))}
                  height={8}
                />
              )}
            </g>
          );
        })}
      </Svg>
      <RowHits shown={shown} rows={rows} width={width} label={finding} />
    </>
  );
}

/** As wide as the widest word, but never more than two fifths of the chart: longer words wrap. */
export function wordColumn(
  items: readonly { readonly text: string }[],
  width: number,
  measure: (text: string) => number,
): number {
  return columnWidth(items, Math.floor((width * 0.4) / 4) * 4, measure);
}
