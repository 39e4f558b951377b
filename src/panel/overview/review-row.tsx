import type { ReviewMark, ReviewRow as Row } from '../../shared/overview';
import type { OverviewPageMessage } from '../../shared/protocol/overview';
import { fill } from '../wording/format';
import { useOverviewPage, type OverviewPageState } from './context';
import { LANGUAGES } from '../../shared/languages';

interface ReviewRowProps {
  readonly row: Row;
  readonly decided: string | undefined;
  /** What the file's own label means, if it means one. */
  readonly meant: string | undefined;
  /** Labels to choose from, from bad to good. */
  readonly labels: readonly string[];
  readonly canOpen: boolean;
  /** Whether the list's one tab stop is here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

/** One row to look at: its text with what decided, both labels, why it is here, and what can be done. */
export function ReviewRowItem({ row, decided, meant, labels, canOpen, isStop, onFocus }: ReviewRowProps) {
  const page = useOverviewPage();
  const { strings, say, send } = page;
  const name = fill(strings.rowName, say.count(row.row));
  const decide = (label: string | null) => send({ type: 'decide', row: row.row, label });
  const open = () => canOpen && send({ type: 'openRow', row: row.row });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const message = messageFor(event.key, row, labels, event.target === event.currentTarget && canOpen);
    if (!message) return;
    event.preventDefault();
    send(message);
  };
  return (
    <li
      class={decided === undefined ? 'rev' : 'rev done'}
      data-row={row.row}
      tabIndex={isStop ? 0 : -1}
      aria-label={`${name}: ${row.text}`}
      aria-keyshortcuts={['Enter', 'A', 'U', ...labels.map((_, i) => String(i + 1))].join(' ')}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <span class="num m" aria-hidden="true">
        {say.count(row.row)}
      </span>
      <div class="what">
        <p class="text" lang={LANGUAGES[row.language].tag}>
          {row.cut?.before && '… '}
          <Marked row={row} />
          {row.cut?.after && ' …'}
        </p>
        <p class="sm">
          {row.given !== undefined && (
            <span>{fill(strings.saysFile, meant === undefined ? row.given : say.label(meant))} · </span>
          )}
          <b class={row.tone}>{fill(strings.saysSaliency, say.label(row.label), say.probability(row.probability))}</b>
          {row.reasons.length > 0 && <span> · {reasonsOf(row, page)}</span>}
          {row.file !== undefined && row.line !== undefined && (
            <span class="m">
              {' '}
              · {row.file}:{row.line}
            </span>
          )}
        </p>
        {decided !== undefined && (
          <p class="sm b" role="status">
            ✓ {fill(decided === row.label ? strings.accepted : strings.corrected, say.label(decided))}
          </p>
        )}
      </div>
      <span class="acts">
        {canOpen && (
          <button tabIndex={-1} onClick={open} aria-label={`${strings.openRow}: ${name}`}>
            {strings.openRow}
          </button>
        )}
        {decided === undefined ? (
          <button tabIndex={-1} onClick={() => decide(row.label)} aria-label={`${strings.accept}: ${name}`}>
            {strings.accept}
          </button>
        ) : (
          <button tabIndex={-1} onClick={() => decide(null)} aria-label={`${strings.takeBack}: ${name}`}>
            {strings.takeBack}
          </button>
        )}
        <select
          tabIndex={-1}
          aria-label={`${strings.correct}: ${name}`}
          value=""
          onChange={(event) => decide(event.currentTarget.value)}
        >
          <option value="" disabled>
            {strings.correct} …
          </option>
          {labels.map((label) => (
            <option key={label} value={label}>
              {say.label(label)}
            </option>
          ))}
        </select>
      </span>
    </li>
  );
}

/** What a key does to a row; undefined: nothing of ours. */
function messageFor(
  key: string,
  { row, label }: Row,
  labels: readonly string[],
  mayOpen: boolean,
): OverviewPageMessage | undefined {
  if (key === 'Enter') return mayOpen ? { type: 'openRow', row } : undefined;
  if (key === 'a' || key === 'A') return { type: 'decide', row, label };
  if (key === 'u' || key === 'U') return { type: 'decide', row, label: null };
  const chosen = /^[1-9]$/.test(key) ? labels.at(Number(key) - 1) : undefined;
  return chosen === undefined ? undefined : { type: 'decide', row, label: chosen };
}

function Marked({ row: { text, marks } }: { readonly row: Row }) {
  let at = 0;
  const pieces = marks.flatMap((mark) => {
    const before = text.slice(at, mark.start);
    at = mark.end;
    return [before, <Mark key={mark.start} mark={mark} text={text.slice(mark.start, mark.end)} />];
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

function Mark({ mark: { tone, step, against }, text }: { readonly mark: ReviewMark; readonly text: string }) {
  return <span class={`w ${tone} s${step}${against ? ' ag' : ''}`}>{text}</span>;
}

const VERY_SURE = 0.8;

function reasonsOf({ reasons, probability, second }: Row, { strings, say }: OverviewPageState): string {
  return reasons
    .map((reason) => {
      switch (reason) {
        case 'wrong':
          return probability >= VERY_SURE ? strings.verySure : strings.wrong;
        case 'tie':
        case 'unsure': {
          const template = reason === 'tie' ? strings.tie : strings.unsure;
          return second ? fill(template, say.label(second.label), say.probability(second.probability)) : '';
        }
        case 'unfaithful':
          return strings.unfaithful;
        case 'one-word':
          return strings.oneWord;
      }
    })
    .filter((text) => text !== '')
    .join(strings.comma);
}
