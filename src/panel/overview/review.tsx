import { useState } from 'preact/hooks';
import type { Overview, Reason } from '../../shared/overview';
import type { FilteredView, OverviewView } from '../../shared/protocol/overview';
import { nextIndex } from '../charts/hits';
import { RadioGroup } from '../explanation/parts/radio-group';
import { fill } from '../wording/format';
import { useOverviewPage, type OverviewPageState } from './context';
import { ReviewRowItem } from './review-row';

/** Rows that are shown at first, and with each click on more. */
const STEP = 12;

interface ReviewProps {
  readonly view: OverviewView;
  readonly found: FilteredView | undefined;
  readonly onBack: () => void;
}

/** The rows that are worth a second look, or those that a chart was asked for; worked through by keys. */
export function Review({ view, found, onBack }: ReviewProps) {
  const { strings, say, send } = useOverviewPage();
  const { overview, decisions, sources, known } = view;
  const [reason, setReason] = useState<Reason | 'all'>('all');
  const [most, setMost] = useState(STEP);
  const [at, setAt] = useState(0);
  const queue = overview.review.filter(({ reasons }) => reason === 'all' || reasons.includes(reason));
  const rows = found ? found.shown : queue;
  const shown = rows.slice(0, most);
  const labels = overview.labels.map(({ label }) => label);
  const decided = new Map(decisions.map(({ row, label }) => [row, label]));
  const stop = Math.min(at, shown.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    if (!(event.target instanceof HTMLLIElement)) return;
    const next = nextIndex(event.key, stop, shown.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    list.querySelectorAll<HTMLElement>('li')[next].focus();
  };
  const reasons = (['wrong', 'tie', 'unsure', 'unfaithful', 'one-word'] as const).filter(
    (each) => overview.reasons[each] > 0,
  );
  const names = {
    ...{ all: strings.all, wrong: strings.wrong, tie: strings.tieShort, unsure: strings.unsureShort },
    ...{ unfaithful: strings.unfaithfulShort, 'one-word': strings.oneWord },
  };
  const options = [{ value: 'all' as const, label: strings.all }].concat(
    reasons.map((value) => ({ value, label: `${names[value]} ${say.count(overview.reasons[value])}` })) as never[],
  );
  return (
    <>
      {found ? (
        <p class="back">
          {fill(strings.filteredFound, say.count(found.rows), say.count(found.shown.length))}{' '}
          <button class="link" onClick={onBack}>
            {strings.showQueue}
          </button>
        </p>
      ) : (
        reasons.length > 1 && (
          <div class="wrap">
            <RadioGroup
              label={strings.reason}
              options={options}
              value={reason}
              onChange={(value: Reason | 'all') => {
                setReason(value);
                setMost(STEP);
                setAt(0);
              }}
            />
          </div>
        )
      )}
      {shown.length === 0 && !found && <p>{strings.reviewNone}</p>}
      {!found && overview.words.length > 0 && overview.measured === 0 && (
        <p class="m sm unmeasured">
          {strings.notMeasured}{' '}
          {known && (
            <button class="link" onClick={() => send({ type: 'measure' })}>
              {strings.measure}
            </button>
          )}
        </p>
      )}
      {shown.length > 0 && (
        <p class="m sm">
          {fill(
            strings.keys,
            labels.map((label, index) => fill(strings.key, index + 1, say.label(label))).join(strings.comma),
          )}
        </p>
      )}
      <ul class="reviews" onKeyDown={onKeyDown}>
        {shown.map((row, index) => (
          <ReviewRowItem
            key={row.row}
            row={row}
            labels={labels}
            decided={decided.get(row.row)}
            meant={row.given === undefined ? undefined : overview.agreement?.meaning[row.given]}
            canOpen={sources}
            isStop={index === stop}
            onFocus={() => setAt(index)}
          />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button onClick={() => setMost(most + STEP)}>
          {fill(strings.showMore, say.count(Math.min(STEP, rows.length - shown.length)))}
        </button>
      )}
    </>
  );
}

/** In which order the rows come; least faithful ones only where that was measured. */
export const reviewFinding = ({ measured }: Overview, { strings }: OverviewPageState): string =>
  measured > 0 ? strings.reviewFoundMeasured : strings.reviewFound;
