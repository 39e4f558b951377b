import { usePage } from '../page-context';
import type { ShownExplanation } from '../../wording/reading';
import { phraseSum } from '../../wording/sums';
import type { Phrase } from './use-phrase';

interface PhraseSumProps {
  readonly shown: ShownExplanation;
  readonly phrase: Phrase | undefined;
  readonly onClear: () => void;
}

/** What the selected words are worth together; read out when it changes. */
export function PhraseSum({ shown, phrase, onClear }: PhraseSumProps) {
  const { strings } = usePage();
  return (
    <div class="phrase" data-page-only>
      <span role="status">{phrase && phraseSum(shown, phrase, strings)}</span>
      {phrase && (
        <button class="link" onClick={onClear}>
          {strings.phraseClear}
        </button>
      )}
    </div>
  );
}
