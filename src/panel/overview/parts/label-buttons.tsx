import { useOverviewPage } from '../context';

interface LabelButtonsProps {
  readonly chosen: string | undefined;
  readonly onChoose: (label: string) => void;
}

/** The labels that a row may have, from good to bad, equal among themselves: the page must not answer for the person. */
export function LabelButtons({ chosen, onChoose }: LabelButtonsProps) {
  const { say, overview } = useOverviewPage();
  return (
    <span class="row labels">
      {reviewLabels(overview.store.orderedLabels()).map((label, index) => (
        <button
          key={label}
          aria-pressed={label === chosen}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChoose(label)}
        >
          {say.Label(label)} <kbd aria-hidden="true">{index + 1}</kbd>
        </button>
      ))}
    </span>
  );
}

/** Labels in the order of their keys: 1 is the best one. */
export const reviewLabels = (fromBadToGood: readonly string[]): string[] => [...fromBadToGood].reverse();
