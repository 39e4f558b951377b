import { useState } from 'preact/hooks';
import { Figure } from '../../charts/figure';
import { axisOver } from '../../charts/scale';
import { SvgLine } from '../../charts/svg';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import type { PanelModel } from '../../wording/reading';
import { isRanking, sumsTable } from '../../wording/sums';
import type { Phrase } from './use-phrase';
import { LANGUAGES } from '../../../shared/languages';

interface SentenceSumsProps {
  readonly reading: PanelModel;
  readonly onPhrase: (phrase: Phrase) => void;
}

/** Of a long text, the sentences that count most, until all are asked for. */
const FEW = 12;
const BAR = 120;

/** What the words of each sentence are worth together; a sentence can be shown in the text. */
export function SentenceSums({ reading, onPhrase }: SentenceSumsProps) {
  const { strings } = usePage();
  const [all, setAll] = useState(false);
  const { sentences, explanation } = reading.view;
  const { unit } = reading;
  const strongest = [...sentences].sort((a, b) => Math.abs(b.score) - Math.abs(a.score)).slice(0, FEW);
  const shown = all ? sentences : sentences.filter((each) => strongest.includes(each));
  const axis = axisOver(
    sentences.map(({ score }) => score * unit.factor),
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
        table={() => sumsTable(reading, strings)}
      >
        <ol lang={LANGUAGES[explanation.language].tag}>
          {shown.map(({ start, end, score, from, to }) => {
            const text = explanation.text.slice(start, end).trim();
            const [zero, at] = [0, score * unit.factor].map((value) => axis.at(value));
            const tone = !explanation.signed ? 'bar' : sideTone(score);
            return (
              <li key={start}>
                <button
                  class="link sentence"
                  disabled={from === to}
                  title={strings.score}
                  aria-label={fill(strings.showSentence, text)}
                  onClick={() => onPhrase({ from, to })}
                >
                  {text}
                </button>
                <span class="num">{unit.figure(score)}</span>
                <svg width={BAR} height={20} aria-hidden="true">
                  <rect class={tone} x={Math.min(zero, at)} y={6} width={Math.max(1, Math.abs(at - zero))} height={8} />
                  <SvgLine class="axis" from={[Math.round(zero), 2]} to={[Math.round(zero), 18]} />
                </svg>
              </li>
            );
          })}
        </ol>
      </Figure>
      {sentences.length > FEW && (
        <button class="link" onClick={() => setAll(!all)}>
          {fill(all ? strings.showStrongest : strings.showAll, all ? FEW : sentences.length)}
        </button>
      )}
      {isRanking(reading) && <p class="note">{strings.sumsRank}</p>}
    </div>
  );

  function sideTone(score: number): string {
    const word = reading.words.find(({ direction }) => direction === (score < 0 ? 'against' : 'for'));
    return word?.tone ?? 'bar';
  }
}
