import type { Filter } from '../../../shared/findings/filter';
import { LANGUAGES } from '../../../shared/languages';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { lineAround } from '../rows/line-around';
import { Marked } from '../parts/marked';
import { rowFacts } from '../rows/row-facts';

interface ExamplesProps {
  readonly title: string;
  /** Indices. */
  readonly rows: readonly number[];
  /** What all of them have in common. */
  readonly filter: Filter;
}

const SHOWN = 220;

/** Some rows in place, with their highlights; a press on one opens it among the rows. */
export function Examples({ title, rows, filter }: ExamplesProps) {
  const { strings, say, overview, layout } = useOverviewPage();
  if (rows.length === 0) return null;
  const isNarrow = layout.mode === 'narrow';
  return (
    <div class="box">
      <p class="sub">
        {title}
        <span data-page-only>
          {' · '}
          <button class="link" onClick={() => overview.showRows(filter)}>
            {strings.findings.allOf}
          </button>
        </span>
      </p>
      <ul class="examples">
        {rows.map((index) => {
          const row = overview.row(index);
          const { text, marks } = lineAround(row, SHOWN);
          const facts = rowFacts(row, overview, say).join(' · ');
          return (
            <li key={index}>
              <button
                class="link num"
                aria-label={fill(strings.rows.pane, say.count(row.number))}
                onClick={() => overview.openRow(index, filter)}
              >
                {say.count(row.number)}
              </button>
              <span class="texts" lang={LANGUAGES[row.language]?.tag}>
                <Marked text={text} marks={marks} />
              </span>
              {!isNarrow && <span class="m nw facts">{facts}</span>}
              <b class={`nw ${row.tone}`}>
                {row.label === undefined ? strings.damaged : `${say.label(row.label)} ${say.percent(row.confidence)}`}
              </b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
