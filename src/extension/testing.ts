import * as vscode from 'vscode';
import type { ExplainedForTest, Testing } from './api';
import type { ExplainedRange } from './current-explanation';
import type { Engine } from './engine';
import { readingOf } from './marks';
import type { Parts } from './parts';
import { verdict } from './verdict';

export function testingOf({ current, ranges, whole }: Parts, engine: Engine, logs: vscode.Uri): Testing {
  return {
    explained: (uri) => ranges.of(uri).map(described),
    judged: (uri) => {
      const text =
        vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.getText() ?? '';
      return whole.of(uri).map(({ start, end, judged }) => ({ text: text.slice(start, end), label: judged.label }));
    },
    current: () => current.current,
    log: () => vscode.Uri.joinPath(logs, 'Saliency.log'),
    status: () => engine.status(),
    terminateWorker: () => engine.restart(),
  };
}

function described({ id, start, end, stale, sentence, explanation, words }: ExplainedRange): ExplainedForTest {
  const { marks } = readingOf(explanation);
  return {
    id,
    start,
    end,
    stale,
    sentence: sentence === true,
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
