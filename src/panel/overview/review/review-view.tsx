import { useLayoutEffect, useRef } from 'preact/hooks';
import { RadioGroup } from '../../explanation/parts/radio-group';
import { fill } from '../../wording/format';
import type { ReviewOrder } from '../../../shared/findings/review';
import { useOverviewPage } from '../context';
import { useReview } from './use-review';
import { Queue, QueueSteps } from './queue';
import { ReviewedRow } from './reviewed-row';
import { ReviewedSoFar } from './so-far';

const ORDERS: readonly ReviewOrder[] = ['priority', 'teaches', 'random'];

/** Rows one after the other: what is predicted, what the file says, and what a person says. */
export function ReviewView() {
  const page = useOverviewPage();
  const { strings, say, overview, layout } = page;
  const { review: words } = strings;
  const { queue } = overview;
  const review = useReview();
  const isWide = layout.mode === 'wide';
  const [done, all] = [queue.reviewed.length, queue.rows().length];
  const latest = useRef(review.onKeyDown);
  latest.current = review.onKeyDown;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  if (overview.figures.whole.rows === 0) {
    return (
      <div class="state">
        <p class="b">{words.nothingRead}</p>
        <p>{fill(words.nothingReadNote, say.count(overview.store.rows))}</p>
      </div>
    );
  }
  return (
    <div class="review">
      <div class="row order">
        <b>{words.order}</b>
        <RadioGroup
          label={words.order}
          value={queue.order}
          options={ORDERS.map((value) => ({ value, label: words[value] }))}
          onChange={review.choose}
        />
        <span class="space" />
        <span class="sm" role="status">
          {fill(words.progress, say.count(done), say.count(all))}
        </span>
        <span class="progress" aria-hidden="true">
          <i style={{ width: `${all > 0 ? (100 * done) / all : 0}%` }} />
        </span>
      </div>
      <div class="review-columns">
        {isWide && <Queue review={review} />}
        <section class="review-row">
          {!isWide && <QueueSteps review={review} />}
          {review.row ? (
            <ReviewedRow row={review.row} review={review} />
          ) : (
            <Finished onMore={() => review.choose(queue.order)} />
          )}
        </section>
        <ReviewedSoFar />
      </div>
    </div>
  );
}

/** Nothing is left of the order, or nothing was in it. */
function Finished({ onMore }: { readonly onMore: () => void }) {
  const { strings, say, overview } = useOverviewPage();
  const { review: words } = strings;
  const all = overview.queue.rows().length;
  const { more } = overview.queue;
  if (all === 0) {
    return (
      <div class="state">
        <p class="b">{words.none}</p>
        <p>{fill(words.noneOf, say.count(overview.figures.whole.rows))}</p>
      </div>
    );
  }
  return (
    <div class="state">
      <p class="b">{fill(words.done, say.count(all))}</p>
      <p>{more > 0 ? words.doneNote : words.doneAll}</p>
      {more > 0 && (
        <p class="acts">
          <button onClick={onMore}>{more === 1 ? words.goOnOne : fill(words.goOn, say.count(more))}</button>
        </p>
      )}
    </div>
  );
}
