import { useState } from 'preact/hooks';
import type { AspectFigure, Estimate, PhraseFigure, PhraseGroup } from '../../../shared/findings/figures';
import type { Condition } from '../../../shared/findings/filter';
import { Svg } from '../../charts/svg';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { equalColumn } from '../layout';
import { Figure } from '../parts/figure';
import { Waiting } from '../parts/waiting';
import { comparisonNote } from './comparison-note';
import { Examples } from './examples';
import { NamedRow } from '../parts/named-row';
import { Cells, GroupHead, CRAMPED_WIDTH, CRAMPED_BAR } from './where';

/** A noun or phrase whose rows are shown below. */
interface Chosen {
  readonly text: string;
  readonly rows: number;
  readonly examples: readonly number[];
  readonly filter: Condition;
}

/** Whether something is surely more or less frequent than in the rest: the interval leaves out 1. */
const isMore = ({ times }: Pick<PhraseGroup, 'times'>): boolean =>
  times !== undefined && (times.low > 1 || times.high < 1);

/** What the texts are about: nouns with their own sentiment, and the phrases that decided, each with examples in place. */
export function About() {
  const { strings, overview } = useOverviewPage();
  const { aspects, phrases } = overview.figures;
  return aspects && phrases ? <AboutPart {...{ aspects, phrases }} /> : <Waiting name={strings.findings.about} />;
}

interface AboutProps {
  readonly aspects: readonly AspectFigure[];
  readonly phrases: PhraseFigure;
}

function AboutPart({ aspects, phrases }: AboutProps) {
  const { strings, say, overview, layout } = useOverviewPage();
  const { findings: words } = strings;
  const [chosen, setChosen] = useState<Chosen>();
  const isWide = layout.mode === 'wide';
  const table = () => ({
    head: [
      words.aspect,
      words.rows,
      words.negative,
      words.positive,
      words.change,
      words.interval,
      words.timesName,
      words.interval,
    ],
    numeric: [false, true, true, true, true, true, true, true],
    rows: [
      ...aspects.map(({ aspect, rows, negative, positive, change, times }) => [
        aspect,
        say.count(rows),
        say.bare(negative.value, 1),
        say.bare(positive.value, 1),
        change ? say.points(change.value, 1) : '',
        change ? say.pointsInterval(change) : '',
        ...oftenCells(times),
      ]),
      ...(['negative', 'positive'] as const).flatMap((side) =>
        phrases[side].flatMap(({ text, rows, times, members }) => [
          [
            `${side === 'negative' ? words.decidedNegative : words.decidedPositive}: ${text}`,
            say.count(rows),
            ...['', '', '', ''],
            ...oftenCells(times),
          ],
          ...(members.length > 1
            ? members.map((each) => [`— ${each.text}`, say.count(each.rows), '', '', '', '', '', ''])
            : []),
        ]),
      ),
    ],
  });
  const choose = (next: Chosen) => setChosen(chosen?.text === next.text ? undefined : next);
  const here = chosen && stillThere(chosen, aspects, [...phrases.negative, ...phrases.positive]);
  return (
    <Figure id="about" name={words.about} finding={<AboutFinding aspects={aspects} />} table={table}>
      <div
        class="columns about"
        style={{ gridTemplateColumns: isWide ? 'minmax(0, 5fr) minmax(0, 6fr)' : 'minmax(0, 1fr)' }}
      >
        <Aspects
          aspects={aspects}
          chosen={here?.text}
          onChoose={choose}
          width={isWide ? Math.floor((layout.content * 5) / 11) - 32 : layout.content}
        />
        <Phrases phrases={phrases} chosen={here?.text} onChoose={choose} />
      </div>
      {here ? (
        <Examples
          title={fill(words.examplesOf, say.count(Math.min(3, here.examples.length)), say.count(here.rows), here.text)}
          rows={here.examples.slice(0, 3)}
          filter={[here.filter]}
        />
      ) : (
        <Examples title={words.exampleRows} rows={overview.figures.someRows(3)} filter={[]} />
      )}
    </Figure>
  );
}

/** How many times as frequent, and the interval of that. */
const oftenCells = (times: Estimate | undefined): string[] =>
  times ? [times.value.toFixed(1), `${times.low.toFixed(1)}–${times.high.toFixed(1)}`] : ['', ''];

/** With the figures of now: the filter may have changed since. */
function stillThere(
  chosen: Chosen,
  aspects: readonly AspectFigure[],
  phrases: readonly PhraseGroup[],
): Chosen | undefined {
  const aspect = aspects.find((each) => each.aspect === chosen.text);
  if (aspect) return { ...aspect, text: aspect.aspect };
  return phrases.find((each) => each.text === chosen.text);
}

/** What stands out among the complaints. */
function AboutFinding({ aspects }: { readonly aspects: readonly AspectFigure[] }) {
  const { strings, say, overview } = useOverviewPage();
  const { findings: words } = strings;
  const { against } = overview.figures;
  const bad = aspects
    .filter(({ changeNegative, rows }) => rows >= 30 && changeNegative && changeNegative.low > 0)
    .sort((a, b) => b.rows * b.changeNegative!.value - a.rows * a.changeNegative!.value)[0];
  if (bad?.reference && against) {
    const said = [
      bad.aspect,
      say.count(bad.rows),
      say.percent(bad.negative.value),
      say.percent(bad.reference.negative.value),
      ...(against.kind === 'other' ? [against.name] : []),
    ];
    return <p>{fill(words.newComplaint[against.kind], ...said)}</p>;
  }
  const most = [...aspects]
    .filter(({ negative }) => negative.value > 0.5)
    .sort((a, b) => b.negative.rows - a.negative.rows)[0];
  return most ? (
    <p>{fill(words.mostComplaint, most.aspect, say.count(most.rows), say.percent(most.negative.value))}</p>
  ) : null;
}

interface ChoiceProps {
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

function Aspects({
  aspects,
  chosen,
  onChoose,
  width,
}: ChoiceProps & { readonly aspects: readonly AspectFigure[]; readonly width: number }) {
  const { strings, layout } = useOverviewPage();
  const { findings: words } = strings;
  const isCompared = aspects.some(({ change }) => change);
  // Beside five columns of figures there is no room for how frequent something is.
  const isAbove = isCompared && layout.mode === 'narrow';
  const bar =
    width < CRAMPED_WIDTH && !isAbove
      ? CRAMPED_BAR
      : Math.max(60, Math.min(208, Math.round(width * (isAbove ? 0.28 : 0.38))));
  return (
    <section class="part">
      <h3>{words.aspects}</h3>
      <p class="sub">{words.aspectsNote}</p>
      {aspects.length === 0 ? (
        <p>{words.noAspects}</p>
      ) : (
        <table class="tbl">
          <GroupHead name={words.aspect} isCompared={isCompared} />
          <tbody>
            {aspects.map((figure) => {
              const its = figure.aspect === chosen ? 'on' : undefined;
              const name = (
                <>
                  <button
                    class="name word texts"
                    aria-pressed={figure.aspect === chosen}
                    onClick={() => onChoose({ ...figure, text: figure.aspect })}
                  >
                    {figure.aspect}
                  </button>
                  <Often figure={figure} />
                </>
              );
              return (
                <NamedRow key={`${figure.language} ${figure.aspect}`} {...{ name, its }} isAbove={isAbove} columns={6}>
                  <Cells shown={figure} bar={bar} isCompared={isCompared} name={figure.aspect} />
                </NamedRow>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Whether there is more, or less, to read about something than in the rest. */
function Often({ figure }: { readonly figure: AspectFigure }) {
  const { findings: words } = useOverviewPage().strings;
  if (!figure.times || !isMore(figure)) return null;
  const text = figure.restRows === 0 ? words.onlyHere : fill(words.timesMore, figure.times.value.toFixed(1));
  return (
    <>
      {' '}
      <span class="often sub">{text}</span>
    </>
  );
}

function Phrases({
  phrases: { negative, positive },
  chosen,
  onChoose,
}: ChoiceProps & { readonly phrases: PhraseFigure }) {
  const page = useOverviewPage();
  const { strings, overview, layout } = page;
  const { findings: words } = strings;
  const isCompared = [...negative, ...positive].some(({ times }) => times);
  const most = Math.max(1, ...[...negative, ...positive].map(({ rows }) => rows));
  const none = negative.length + positive.length === 0;
  const columns = layout.mode === 'narrow' ? 1 : 2;
  const width = equalColumn(layout.mode === 'wide' ? (layout.content * 6) / 11 : layout.content, columns, 24);
  return (
    <section class="part">
      <h3>{words.phrases}</h3>
      <p class="sub">{isCompared ? comparisonNote(page, words.phrasesNotes) : words.phrasesNotes.none}</p>
      {none ? (
        <p>{overview.figures.isExplained ? words.noPhrases : words.notExplained}</p>
      ) : (
        <div class="columns" style={{ gap: '16px 24px', gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          <PhraseList
            {...{ chosen, onChoose, most, width }}
            groups={negative}
            side="negative"
            title={words.decidedNegative}
          />
          <PhraseList
            {...{ chosen, onChoose, most, width }}
            groups={positive}
            side="positive"
            title={words.decidedPositive}
          />
        </div>
      )}
    </section>
  );
}

interface PhraseListProps extends ChoiceProps {
  readonly groups: readonly PhraseGroup[];
  readonly side: 'negative' | 'positive';
  readonly title: string;
  readonly most: number;
  readonly width: number;
}

function PhraseList({ groups, side, title, most, width, chosen, onChoose }: PhraseListProps) {
  const { strings, say } = useOverviewPage();
  const { findings: words } = strings;
  const bar = Math.max(32, Math.min(84, Math.round(width * 0.28)));
  const members = (group: PhraseGroup) =>
    group.members.map(({ text, rows }) => fill(words.members, text, say.count(rows))).join(' · ');
  return (
    <table class="tbl">
      <caption class={`sm b ${side}`}>{title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{words.phrase}</th>
          <th scope="col">{words.rows}</th>
          <td />
          <th scope="col">{words.timesName}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.text} class={group.text === chosen ? 'on' : undefined}>
            <td>
              <button class="name word texts" aria-pressed={group.text === chosen} onClick={() => onChoose(group)}>
                {group.text}
              </button>
              {group.members.length > 1 && <div class="sub members texts">{members(group)}</div>}
            </td>
            <td class="num">{say.count(group.rows)}</td>
            <td class="bar-cell">
              <Svg width={bar} height={16} label={`${group.text}: ${say.count(group.rows)}`}>
                <rect class={side} x={0} y={4} width={Math.max(1, (bar * group.rows) / most)} height={8} />
              </Svg>
            </td>
            <td class={isMore(group) ? 'num b' : 'num m'}>
              {group.times ? fill(words.times, group.times.value.toFixed(1)) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
