import type { RecentExplanation } from '../../shared/protocol/sheets';
import { usePage } from '../explanation/page-context';
import { fill } from '../wording/format';
import { labelName } from '../wording/names';
import { inPercent } from '../wording/studies';

interface RecentListProps {
  readonly recent: readonly RecentExplanation[];
  /** Whether it has a heading, because it stands below something else. */
  readonly headed: boolean;
}

/** The last explanations, each of which can be pinned. */
export function RecentList({ recent, headed }: RecentListProps) {
  const { strings, host } = usePage();
  if (recent.length === 0) return null;
  return (
    <section class="part">
      {headed && <h2>{strings.recentTitle}</h2>}
      <ul class="recent">
        {recent.map(({ key, time, file, line, text, label, tone, probability, pinned }) => (
          <li key={key}>
            <span class="m sm">
              {time} {fill(strings.place, file, line)}
            </span>
            <span class="begins">{text}</span>
            <span>
              <b class={tone}>{labelName(label, strings)}</b> {inPercent(probability, strings)}
            </span>
            {pinned ? (
              <span class="m sm">{strings.pinnedHead}</span>
            ) : (
              <button
                class="link"
                aria-label={fill(strings.pinNamed, text.slice(0, 40))}
                onClick={() => host.pin({ key })}
              >
                {strings.pin}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
