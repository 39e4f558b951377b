import type { StoredHighlight } from '../../../findings/store/row-store';
import { signed } from '../../wording/format';

/** A highlighted phrase of a text; in tables without its points. */
export type MarkedPhrase = Pick<StoredHighlight, 'start' | 'end' | 'step' | 'against' | 'tone' | 'points'>;

interface MarkedProps {
  readonly text: string;
  readonly marks: readonly MarkedPhrase[];
  /** Stretches that a person underlined. */
  readonly underlined?: readonly { readonly start: number; readonly end: number }[];
}

/** A text with its highlights; always text, whatever stands in it. */
export function Marked({ text, marks, underlined = [] }: MarkedProps) {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of underlined) cuts.add(start).add(end);
  let at = 0;
  const pieces = marks.flatMap((mark) => {
    const before = <Plain key={`t${at}`} text={text} from={at} to={mark.start} {...{ cuts, underlined }} />;
    at = mark.end;
    return [before, <Phrase key={mark.start} mark={mark} {...{ text, cuts, underlined }} />];
  });
  return (
    <>
      {pieces}
      <Plain text={text} from={at} to={text.length} {...{ cuts, underlined }} />
    </>
  );
}

interface PieceProps {
  readonly text: string;
  readonly cuts: ReadonlySet<number>;
  readonly underlined: NonNullable<MarkedProps['underlined']>;
}

function Phrase({ mark, text, cuts, underlined }: PieceProps & { readonly mark: MarkedPhrase }) {
  const { tone, step, against, points } = mark;
  const body = <Plain text={text} from={mark.start} to={mark.end} {...{ cuts, underlined }} />;
  const isShort = mark.end - mark.start <= 12 && /^\p{Script=Han}/u.test(text.slice(mark.start, mark.end));
  return (
    <span class={`w ${tone} s${step}${against ? ' ag' : ''}${isShort ? ' whole' : ''}`}>
      {points !== undefined && (
        <span class="arrow" aria-hidden="true">
          {against ? '▼' : '▲'}
        </span>
      )}
      {body}
      {points !== undefined && <span class="points">{signed(points, 0)}</span>}
    </span>
  );
}

/** A stretch of the text; what a person underlined is an element of its own. Each says where it begins, for selections. */
function Plain({ text, from, to, cuts, underlined }: PieceProps & { readonly from: number; readonly to: number }) {
  if (from >= to) return null;
  if (underlined.length === 0) return <span data-at={from}>{text.slice(from, to)}</span>;
  const at = [from, ...[...cuts].filter((cut) => cut > from && cut < to), to].sort((a, b) => a - b);
  return (
    <>
      {at.slice(1).map((end, index) => {
        const start = at[index];
        const isUnder = underlined.some((span) => span.start <= start && end <= span.end);
        return (
          <span key={start} data-at={start} class={isUnder ? 'under' : undefined}>
            {text.slice(start, end)}
          </span>
        );
      })}
    </>
  );
}
