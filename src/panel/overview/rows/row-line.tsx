import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { LANGUAGES } from '../../../shared/languages';
import { Marked } from '../parts/marked';
import { lineOf } from './line-of';
import { rowFacts } from './row-facts';
import { reviewText } from './review-text';
import { PredictionCell, textRoom, type TableColumn } from './table-columns';

/** The height of a row in pixels, with one line of text and with two. */
export const ROW_HEIGHTS = { line: 32, lines: 56 };
/** The pixels that a row of two lines needs beside its text. */
const BESIDE = 44;

export interface RowLineProps {
  /** Its place in the order, and in the store. */
  readonly place: number;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly TableColumn[];
  readonly isWide: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onPress: (event: MouseEvent) => void;
  readonly onSelect: () => void;
  readonly onRead: () => void;
}

/** A row of the table: on one line with one cell per column, or on two where there is little room. */
export function RowLine({
  place,
  index,
  top,
  columns,
  isWide,
  isCurrent,
  isSelected,
  onPress,
  onSelect,
  onRead,
}: RowLineProps) {
  const page = useOverviewPage();
  const { strings, say, overview, layout } = page;
  const row = overview.row(index);
  const room = textRoom(columns, layout.content);
  const check = (
    <span role="gridcell" class="check">
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label={fill(strings.rows.select, say.count(row.number))}
        onClick={(event) => event.stopPropagation()}
        onChange={onSelect}
      />
    </span>
  );
  return (
    <div
      id={`row-${index}`}
      class={`line${isCurrent ? ' on' : ''}`}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
      onDblClick={onRead}
    >
      {check}
      {isWide ? (
        columns.map(({ id, class: look, cell }) => (
          <span key={id} role="gridcell" class={look}>
            {cell(row, room)}
          </span>
        ))
      ) : (
        <TwoLines index={index} />
      )}
    </div>
  );
}

function TwoLines({ index }: { readonly index: number }) {
  const page = useOverviewPage();
  const { say, overview, layout, measure } = page;
  const row = overview.row(index);
  const { text, marks } = lineOf(row, layout.content - BESIDE, measure);
  const review = reviewText(row, page);
  const facts = [
    say.count(row.number),
    ...rowFacts(row, overview, say),
    ...(row.given === undefined ? [] : [row.given]),
  ];
  return (
    <>
      <span role="gridcell" class="row-facts">
        <span class="m texts">{facts.join(' · ')}</span>
        <span class="nw">
          {review.text !== '' && <span class={review.strong ? 'b' : 'm'}>{review.text} </span>}
          <PredictionCell {...{ row, page }} />
        </span>
      </span>
      <span role="gridcell" class="text-cell texts" lang={LANGUAGES[row.language].tag}>
        <Marked text={text} marks={marks} />
      </span>
    </>
  );
}
