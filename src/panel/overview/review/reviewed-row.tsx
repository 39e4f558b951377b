import { LANGUAGES } from '../../../shared/languages';
import { fill } from '../../wording/format';
import type { OverviewRow } from '../state/overview-state';
import { useOverviewPage } from '../context';
import { LabelButtons } from '../parts/label-buttons';
import { Marked } from '../parts/marked';
import { rowFacts } from '../rows/row-facts';
import { Note } from './note';
import { queueReason } from './queue';
import { selectedIn } from './selected-in';
import type { ReviewState } from './use-review';

/** The row under review: its text, its prediction and label, and the buttons for the person's decision. */
export function ReviewedRow({ row, review }: { readonly row: OverviewRow; readonly review: ReviewState }) {
  const page = useOverviewPage();
  const { strings, say, overview, host } = page;
  const { review: words } = strings;
  const said = overview.reviews.get(row.number);
  const reason = review.reason;
  const underlined = review.underlining ? [...reason, review.underlining] : reason;
  const file =
    row.given === undefined
      ? words.noLabel
      : row.meant === undefined || row.meant === row.given
        ? row.given
        : fill(words.labelAs, say.label(row.meant), row.given);
  return (
    <>
      <p class="sub">
        {[fill(words.name, say.count(row.number)), ...rowFacts(row, overview, say)].join(' · ')} ·{' '}
        <button class="link" onClick={() => host.openRow({ row: row.number })}>
          {strings.rows.open}
        </button>
      </p>
      <p
        class="whole large texts"
        lang={LANGUAGES[row.language].tag}
        onMouseUp={(event) => {
          const chosen = selectedIn(event.currentTarget);
          if (chosen) review.underline([...reason, chosen]);
        }}
      >
        <Marked text={row.text} marks={row.marks} underlined={underlined} />
      </p>
      <table class="said">
        <tbody>
          <tr>
            <th scope="row">{words.prediction}</th>
            <td>
              <b class={row.tone}>{say.label(row.label!)}</b> {say.percent(row.confidence)}
            </td>
          </tr>
          <tr>
            <th scope="row">{words.label}</th>
            <td class="texts">{row.meant !== undefined && row.meant === row.given ? say.label(row.meant) : file}</td>
          </tr>
          <tr>
            <th scope="row">{words.why}</th>
            <td>{queueReason(row, page)}</td>
          </tr>
        </tbody>
      </table>
      <div class="row choices" role="group" aria-label={words.shouldBe}>
        <LabelButtons chosen={said?.label} onChoose={review.decide} />
        <span class="space" />
        <span class="row aside">
          <button aria-keyshortcuts="S" onClick={review.skip}>
            {words.skip} <kbd aria-hidden="true">S</kbd>
          </button>
          <button aria-keyshortcuts="U" onClick={review.undo}>
            {words.undo} <kbd aria-hidden="true">U</kbd>
          </button>
        </span>
      </div>
      <p class="sm m">
        {words.follows}
        {say.gap}
        <kbd>{strings.rows.keys.enter}</kbd> {words.accepts}
      </p>
      <div class="reason">
        <h2 class="small">
          {words.reason} <span class="u">{words.reasonNote}</span>
        </h2>
        <p>
          {words.reasonHow.split('{0}')[0]}
          <kbd>W</kbd>
          {words.reasonHow.split('{0}')[1]}
          {say.gap}
          {underlined.length > 0 && (
            <>
              <span class="texts">
                {fill(
                  words.underlined,
                  underlined
                    .map(({ start, end }) => fill(strings.quoted, row.text.slice(start, end)))
                    .join(strings.comma),
                )}
              </span>{' '}
              <button class="link" onClick={() => review.underline([])}>
                {words.clearReason}
              </button>
            </>
          )}
        </p>
      </div>
      <Note key={row.index} text={said?.note ?? ''} onSave={review.note} />
    </>
  );
}
