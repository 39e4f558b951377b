import { fill, fixed } from '../../wording/format';
import { IntervalDot } from '../charts/interval-dot';
import { useOverviewPage } from '../context';

const WIDTH = 280;

/** The sum of the reviews so far, the accuracy that they estimate, and what they can be used for. */
export function ReviewedSoFar() {
  const { strings, say, overview, info, host, layout } = useOverviewPage();
  const { review: words } = strings;
  const { queue } = overview;
  const { kept, fileKept, neither, corrected } = queue.sums;
  const hasLabels = overview.store.given.length > 0;
  const rows = hasLabels
    ? [
        [words.kept, kept],
        [words.fileKept, fileKept],
        [words.neither, neither],
      ]
    : [
        [words.kept, kept],
        [words.corrected, corrected],
      ];
  const { accuracy } = queue;
  const from = accuracy ? Math.max(0, Math.min(0.6, Math.floor(accuracy.low * 10) / 10)) : 0;
  const ticks = Array.from({ length: Math.round((1 - from) * 10) + 1 }, (_, i) => Math.round(from * 10 + i) * 10);
  const width = Math.min(WIDTH, layout.content);
  return (
    <aside class="so-far">
      <h2>{words.soFar}</h2>
      <table class="tbl">
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="num">{say.count(Number(count))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Placed />
      <h3>
        {words.trueAccuracy} <span class="u">{words.randomOnly}</span>
      </h3>
      <p>
        {accuracy
          ? fill(words.trueFound, say.percent(accuracy.value), say.interval(accuracy), say.count(accuracy.of))
          : words.trueNone}
      </p>
      {accuracy && (
        <div class="chart">
          <IntervalDot
            {...{ width, from }}
            to={1}
            share={accuracy}
            label={`${words.trueAccuracy}: ${say.percent(accuracy.value)} (${say.interval(accuracy)})`}
          />
          <div class="scale sm m" style={{ width: `${width}px` }} aria-hidden="true">
            <span>{ticks[0]}</span>
            <span>100</span>
          </div>
        </div>
      )}
      <h3>{words.annotators}</h3>
      <SecondAnnotator />
      <hr />
      {corrected > 0 && info.trains && (
        <p>
          <button class="primary" onClick={() => host.improveModel()}>
            {corrected === 1 ? words.improveOne : fill(words.improve, say.count(corrected))}
          </button>
        </p>
      )}
      {overview.reviews.size > 0 && info.reviewFile !== '' && <p class="sub">{fill(words.savedIn, info.reviewFile)}</p>}
    </aside>
  );
}

/** The number of characters of a text that are shown to identify it. */
const SHOWN = 60;

/** Says how many reviews were moved to rows with other numbers, and which have no row any more. */
function Placed() {
  const { strings, say, overview, info } = useOverviewPage();
  const { review: words } = strings;
  if (!overview.placed) return null;
  const { moved, strange } = overview.placed;
  // The rest of the rows may have them.
  const lost = info.partial ? [] : strange;
  const first = lost.length > 0 ? cut(lost[0].text) : '';
  return (
    <>
      {moved > 0 && <p>{moved === 1 ? words.movedOne : fill(words.moved, say.count(moved))}</p>}
      {lost.length > 0 && (
        <p>
          {lost.length === 1
            ? fill(words.lostOne, first, info.reviewFile)
            : fill(words.lost, say.count(lost.length), first, info.reviewFile)}
        </p>
      )}
    </>
  );
}

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);

/** How far two people agree; the file of the second one is asked for. */
function SecondAnnotator() {
  const { strings, overview, host } = useOverviewPage();
  const { review: words } = strings;
  return (
    <>
      <p>
        <Agreement />
      </p>
      <p class="acts">
        <button onClick={() => host.chooseAnnotator()}>
          {overview.queue.second ? words.otherSecond : words.openSecond}
        </button>
      </p>
    </>
  );
}

function Agreement() {
  const { strings, say, overview } = useOverviewPage();
  const { review: words } = strings;
  const { kappa, second, placed } = overview.queue;
  if (!kappa || !second || !placed) return <>{words.noSecond}</>;
  if (placed.reviews.length === 0) return <>{fill(words.foreign, say.count(placed.strange), second.name)}</>;
  const said = [words.me, second.name, say.count(kappa.agreed), say.count(kappa.both)];
  const agree = kappa.kappa
    ? fill(words.agree, ...said, ...[kappa.kappa.value, kappa.kappa.low, kappa.kappa.high].map((one) => fixed(one, 2)))
    : fill(words.agreeOnly, ...said);
  const alone = [
    ...(kappa.onlyFirst > 0 ? [fill(words.onlyMine, say.count(kappa.onlyFirst))] : []),
    ...(kappa.onlySecond > 0 ? [fill(words.onlyTheirs, say.count(kappa.onlySecond), second.name)] : []),
    ...(placed.strange > 0 ? [fill(words.strange, say.count(placed.strange), second.name)] : []),
  ];
  return (
    <>
      {kappa.both === 0 ? fill(words.noneInCommon, second.name) : agree}
      {kappa.differ.length > 0 && (
        <>
          {' '}
          <button class="link" onClick={() => overview.showRows([{ kind: 'rows', rows: kappa.differ }])}>
            {fill(words.differRows, say.count(kappa.differ.length))}
          </button>
        </>
      )}
      {alone.length > 0 && `${say.gap}${fill(words.alone, alone.join(strings.semicolon))}`}
    </>
  );
}
