import type { ExplanationPair } from '../../shared/protocol/sheets';
import { axisOver } from '../charts/scale';
import { SvgLine } from '../charts/svg';
import { Figure } from '../charts/figure';
import { Scrolled } from '../charts/scrolled';
import { usePage } from '../explanation/page-context';
import { fill, signed } from '../wording/format';
import { labelName } from '../wording/names';
import { movedTable, type MovedPhrase } from '../wording/moved';

/** Width of the bars in pixels; a narrow page has only the figures. */
const BAR = 112;

interface MovedTableProps {
  readonly pair: ExplanationPair;
  readonly rows: readonly MovedPhrase[];
  readonly names: readonly [before: string, after: string];
  /** Notes about phrases that are in one of the texts, or in both. */
  readonly stands: Readonly<Record<MovedPhrase['stands'], string>>;
}

/** What changed the prediction: the phrases of both texts with their points for one label, the largest change first. */
export function MovedTable({ pair, rows, names, stands }: MovedTableProps) {
  const { strings, layout } = usePage();
  if (rows.length === 0) return null;
  const unit = (value: number) => signed(value, 0);
  const figure = (value: number | undefined) => (value === undefined ? '–' : unit(value));
  const narrow = layout.mode === 'narrow';
  const axis = axisOver(
    rows.map(({ change }) => change),
    [4, BAR - 4],
    { most: 2 },
  );
  const tone = (change: number) => {
    const { tones } = pair.after;
    const own = tones[pair.label];
    // What moves away from a label goes to the other side.
    if (change >= 0) return own;
    return own === 'positive' ? 'negative' : own === 'negative' ? 'positive' : 'bar';
  };
  return (
    <section class="part">
      <Figure
        id="moved"
        name={strings.whatMoved}
        heading={<h2>{strings.whatMoved}</h2>}
        note={fill(strings.contributionTo, labelName(pair.label, strings))}
        table={() => movedTable(rows, names, unit, strings)}
      >
        <Scrolled name={strings.whatMoved}>
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">{strings.phrase}</th>
                <th scope="col" class="num">
                  {names[0]}
                </th>
                <th scope="col" class="num">
                  {names[1]}
                </th>
                <th scope="col" class="num">
                  {strings.changeHead}
                </th>
                {!narrow && <td aria-hidden="true" />}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ text, stands: where, before, after, change }, at) => (
                <tr key={at}>
                  <td>
                    <span class={where === 'after' ? 'b' : ''}>{text}</span>
                    {stands[where] && <span class="u">{stands[where]}</span>}
                  </td>
                  <td class="num">{figure(before)}</td>
                  <td class="num">{figure(after)}</td>
                  <td class="num b">{unit(change)}</td>
                  {!narrow && (
                    <td aria-hidden="true">
                      <svg width={BAR} height={20}>
                        <rect
                          class={tone(change)}
                          x={Math.min(axis.at(0), axis.at(change))}
                          y={6}
                          width={Math.max(1, Math.abs(axis.at(change) - axis.at(0)))}
                          height={8}
                        />
                        <SvgLine class="axis" from={[Math.round(axis.at(0)), 0]} to={[Math.round(axis.at(0)), 20]} />
                      </svg>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Figure>
    </section>
  );
}
