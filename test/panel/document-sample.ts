import { arcBars, predictedTone, summarise, type ReadSentence } from '../../src/shared/document';
import { lengthInWords } from '../../src/shared/text-length';
import type { DocumentMessage } from '../../src/shared/protocol/host-to-panel';

/** What is predicted for the sentences of an essay: label, probability, sentence. */
const SENTENCES = [
  ['positive', 0.76, 'I bought the Halden kettle in March because three friends swore by it.'],
  ['positive', 0.93, 'The first week was lovely.'],
  ['positive', 0.88, 'It boiled in under two minutes, it was quiet.'],
  ['negative', 0.86, 'Then the lid began to stick.'],
  ['negative', 0.72, 'At first I blamed the hard water here.'],
  ['negative', 0.91, 'By May I had to pry it open with a spoon.'],
  ['neutral', 0.83, 'The manual says that the warranty covers two years.'],
  ['neutral', 0.94, 'It lists the capacity as 1.7 litres.'],
  ['positive', 0.97, 'Customer service was a pleasant surprise.'],
  ['positive', 0.84, 'Ana replied within an hour.'],
  ['negative', 0.97, 'Sadly the replacement did not fix it.'],
  ['negative', 0.99, 'I burned my thumb badly enough to need a bandage.'],
  ['negative', 0.8, 'Two stars out of five.'],
] as const;

/** As the host would tell of it; `times`: so often one behind the other. */
export function documentMessage(times = 1): DocumentMessage {
  let at = 0;
  const texts = Array.from({ length: times }, () => SENTENCES).flat();
  const sentences = texts.map(([label, probability, text]): ReadSentence => {
    const start = at;
    at += text.length + 1;
    const rest = (1 - probability) / 2;
    return {
      ...{ start, end: start + text.length, words: lengthInWords(text), label },
      probabilities: { negative: rest, neutral: rest, positive: rest, [label]: probability },
    };
  });
  const summary = summarise(sentences)!;
  return {
    type: 'document',
    available: true,
    asked: true,
    cursor: 3,
    view: {
      file: 'essay.md',
      label: summary.label,
      tone: predictedTone(summary),
      probabilities: summary.probabilities,
      rival: summary.rival,
      course: 'starts positive, turns negative at “Then the lid began to stick” (line 4)',
      counts: Object.entries(summary.counts).map(([label, count]) => ({
        ...{ label, count },
        tone: predictedTone({ label, probabilities: summary.probabilities }),
      })),
      bars: arcBars(summary).map((bar) => ({
        ...bar,
        start: sentences[bar.from].start,
        line: bar.from + 1,
        text: texts[bar.from][2],
      })),
      typical: summary.typical.map((place) => {
        const [label, probability, text] = texts[place];
        const highlights = [{ start: 0, end: 5, step: 4, side: 'for', tone: predictedTone(sentences[place]) } as const];
        return { line: place + 1, start: sentences[place].start, text, label, probability, tone: predictedTone(sentences[place]), highlights }; // prettier-ignore
      }),
      read: sentences.length,
      all: sentences.length,
    },
  };
}
