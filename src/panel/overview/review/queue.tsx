import { useState } from 'preact/hooks';
import { fill } from '../../wording/format';
import { useOverviewPage, type OverviewPageState } from '../context';
import type { OverviewRow } from '../state/overview-state';
import { lineAround } from '../rows/line-around';
import type { ReviewState } from './use-review';

const SHOWN = 60;
const LISTED = 24;

/** The rows that are still to be reviewed; reviewed ones leave the list. */
export function Queue({ review }: { readonly review: ReviewState }) {
  const page = useOverviewPage();
  const { strings, say, overview } = page;
  const { review: words } = strings;
  const [isShown, setShown] = useState(false);
  const done = overview.queue.reviewed;
  const line = (index: number) => {
    const row = overview.row(index);
    const label = overview.queue.reviewOf(index)?.label;
    const isOn = review.row?.index === index;
    return (
      <li key={index}>
        <button class={isOn ? 'on' : ''} aria-current={isOn} onClick={() => review.go(index)}>
          <span class="num m">{say.count(row.number)}</span>
          <span class="texts">{lineAround({ text: row.text, marks: [] }, SHOWN).text}</span>
          <span class="sub">{label === undefined ? whyShort(row, page) : `✓ ${say.label(label)}`}</span>
        </button>
      </li>
    );
  };
  return (
    <nav class="queue" aria-label={words.queue}>
      <p class="sub queue-head">{fill(words.toReview, say.count(review.waiting.length))}</p>
      <ul>{review.waiting.slice(0, LISTED).map(line)}</ul>
      {done.length > 0 && (
        <p class="sub">
          {fill(words.reviewed, say.count(done.length))}{' '}
          <button class="link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? words.hide : words.show}
          </button>
        </p>
      )}
      {isShown && <ul>{done.map(line)}</ul>}
    </nav>
  );
}

/** Buttons to the row before and after, where there is no room for the list. */
export function QueueSteps({ review }: { readonly review: ReviewState }) {
  const { strings, say } = useOverviewPage();
  const { review: words } = strings;
  const { place, waiting } = review;
  if (waiting.length === 0) return null;
  return (
    <p class="row sm">
      <span>{fill(words.place, say.count(place + 1), say.count(waiting.length))}</span>
      <button aria-label={words.previous} disabled={place <= 0} onClick={() => review.go(waiting[place - 1])}>
        ‹
      </button>
      <button
        aria-label={words.next}
        disabled={place < 0 || place >= waiting.length - 1}
        onClick={() => review.go(waiting[place + 1])}
      >
        ›
      </button>
    </p>
  );
}

/** Why a row is in the queue, in a word or two. */
function whyShort(row: OverviewRow, { strings, overview }: OverviewPageState): string {
  const { review: words } = strings;
  if (overview.queue.order === 'random') return words.whyRandom;
  if (overview.queue.order === 'teaches' && overview.queue.isNext(row.index)) return words.whyNext;
  return row.reasons.length > 0 ? strings.reasons[row.reasons[0]] : words.whyInformative;
}

/** Why a row is in the queue, as a sentence. */
export function queueReason(row: OverviewRow, page: OverviewPageState): string {
  const { strings, say, overview } = page;
  const { review: words } = strings;
  if (overview.queue.order === 'random') return words.whyRandom;
  if (overview.queue.order === 'teaches' && overview.queue.isNext(row.index)) return words.whyNextLong;
  const said = row.reasons.map((reason) =>
    (reason === 'tie' || reason === 'unsure') && row.second && row.label !== undefined
      ? fill(
          words.close,
          say.label(row.label),
          say.percent(row.confidence),
          say.label(row.second.label),
          say.percent(row.second.probability),
        )
      : strings.reasons[reason],
  );
  return said.length > 0 ? said.join(strings.comma) : words.whyInformative;
}
