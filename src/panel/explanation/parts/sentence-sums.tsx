import { useState } from 'preact/hooks';
import { Figure } from '../../charts/figure';
import { axisOver } from '../../charts/scale';
import { SvgLine } from '../../charts/svg';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import type { ShownExplanation } from '../../wording/reading';
import { isRanking, sentenceValue, sumsTable } from '../../wording/sums';
import type { Phrase } from './use-phrase';
import { LANGUAGES } from '../../../shared/languages';

interface SentenceSumsProps {
  readonly shown: ShownExplanation;
  readonly onPhrase: (phrase: Phrase) => void;
  /** For a long text: how many of the sentences with the largest sums are shown until all are asked for. */
  readonly few?: number;
}

const FEW = 12;
const BAR = 120;

/** What the words of each sentence are worth together; a sentence can be shown in the text. */
export function SentenceSums({ shown, onPhrase, few = FEW }: SentenceSumsProps) {
  const { strings, printed } = usePage();
  const [all, setAll] = useState(false);
  const { sentences, explanation } = shown.view;
  const { unit } = shown;
  const valued = sentences.map((sentence) => ({ ...sentence, value: sentenceValue(shown, sentence) }));
  const strongest = [...valued].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, few);
  const listed = all ? valued : valued.filter((each) => strongest.includes(each));
  const axis = axisOver(
    valued.map(({ value }) => value),
    [4, BAR - 4],
    { most: 2 },
  );
  return (
    <div class="sums">
      <Figure
        id="sums"
        name={strings.sums}
        heading={
          <h3>
            {strings.sums} <span class="u">{strings.sumsUnit}</span>
          </h3>
        }
        table={() => sumsTable(shown, strings)}
      >
        <ol lang={LANGUAGES[explanation.language].tag}>
          {listed.map(({ start, end, value, from, to }) => {
            const text = explanation.text.slice(start, end).trim();
            const [zero, at] = [axis.at(0), axis.at(value)];
            const tone = !explanation.signed ? 'bar' : sideTone(value);
            return (
              <li key={start}>
                {printed ? (
                  <span class="sentence">{text}</span>
                ) : (
                  <button
                    class="link sentence"
                    disabled={from === to}
                    aria-label={fill(strings.showSentence, text)}
                    onClick={() => onPhrase({ from, to })}
                  >
                    {text}
                  </button>
                )}
                <span class="num">{unit.figure(value)}</span>
                <svg width={BAR} height={20} aria-hidden="true">
                  <rect class={tone} x={Math.min(zero, at)} y={6} width={Math.max(1, Math.abs(at - zero))} height={8} />
                  <SvgLine class="axis" from={[Math.round(zero), 2]} to={[Math.round(zero), 18]} />
                </svg>
              </li>
            );
          })}
        </ol>
      </Figure>
      {sentences.length > few && (
        <button class="link" onClick={() => setAll(!all)}>
          {fill(all ? strings.showStrongest : strings.showAll, all ? few : sentences.length)}
        </button>
      )}
      {isRanking(shown) && <p class="note">{strings.sumsRank}</p>}
    </div>
  );

  function sideTone(value: number): string {
    const word = shown.words.find(({ direction }) => direction === (value < 0 ? 'against' : 'for'));
    return word?.tone ?? 'bar';
  }
}
