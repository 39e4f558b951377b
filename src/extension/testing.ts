import type { ExplainedForTest, Testing } from './api';
import type { ExplainedRange } from './current-explanation';
import type { Engine } from './engine';
import { readingOf } from './marks';
import type { Parts } from './parts';
import { verdict } from './verdict';

export function testingOf({ current, documents }: Parts, engine: Engine): Testing {
  return {
    explained: (uri) => documents.of(uri).map(described),
    current: () => current.current,
    status: () => engine.status(),
    terminateWorker: () => engine.restart(),
  };
}

function described({ id, start, end, stale, explanation, words }: ExplainedRange): ExplainedForTest {
  const { marks } = readingOf(explanation);
  return {
    id,
    start,
    end,
    stale,
    verdict: verdict(explanation),
    method: explanation.method,
    words: explanation.words.map(({ text, score }, index) => ({
      text,
      score,
      start: words[index]?.start,
      end: words[index]?.end,
      mark: words[index] && marks[index],
    })),
  };
}
