import * as vscode from 'vscode';
import type { ExplainedForTest, SaliencyApi, Testing } from './api';
import type { ExplainedRange } from '../ranges/current-explanation';
import type { Annotation } from '../annotate/annotation';
import type { Engine } from './engine';
import { wordHighlights } from '../highlights/highlights';
import type { Services } from './services';
import { predictionText } from '../wording/prediction';

/** @param again starts the extension anew */
export function testingOf(
  { current, ranges, whole, annotation }: Services & { readonly annotation: () => Promise<Annotation> },
  engine: Engine,
  { subscriptions, logUri }: vscode.ExtensionContext,
  again: () => SaliencyApi,
): Testing {
  return {
    explained: (uri) => ranges.of(uri).map(described),
    predictedSentences: (uri) => {
      const text =
        vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.getText() ?? '';
      return whole.of(uri).map(({ start, end, prediction }) => ({
        text: text.slice(start, end),
        label: prediction.label,
      }));
    },
    current: () => current.current,
    openRow: async (results, row) => (await annotation()).openRow(results, row),
    log: () => vscode.Uri.joinPath(logUri, 'Saliency.log'),
    status: () => engine.status(),
    terminateWorker: () => engine.restart(),
    reload: async () => {
      const before = subscriptions.splice(0) as vscode.Disposable[];
      for (const each of before) await each.dispose();
      return { api: again(), before: before.map((each) => new WeakRef(each)) };
    },
  };
}

function described({ id, start, end, stale, sentence, explanation, words }: ExplainedRange): ExplainedForTest {
  const { marks } = wordHighlights(explanation);
  return {
    id,
    start,
    end,
    stale,
    sentence: sentence === true,
    prediction: predictionText(explanation),
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
