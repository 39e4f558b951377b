import { summarise, type DocumentSummary, type ReadSentence } from '../../shared/document';
import { lengthInWords } from '../../shared/text-length';
import type { DocumentReading, PredictedSentence } from '../ranges/sentences/whole-documents';

const summaries = new WeakMap<readonly PredictedSentence[], DocumentSummary | undefined>();

/** What the sentences that were read so far make of the document, worked out once. */
export function documentSummary({ sentences }: DocumentReading): DocumentSummary | undefined {
  if (!summaries.has(sentences)) summaries.set(sentences, summarise(readSentences(sentences)));
  return summaries.get(sentences);
}

function readSentences(sentences: readonly PredictedSentence[]): ReadSentence[] {
  return sentences.map(({ start, end, text, prediction: { label, probabilities } }) => ({
    start,
    end,
    words: lengthInWords(text),
    label,
    probabilities,
  }));
}

/** The last sentence that begins at or before an offset; −1: none. */
export function sentenceAt(sentences: readonly Pick<PredictedSentence, 'start'>[], offset: number): number {
  return sentences.findLastIndex(({ start }) => start <= offset);
}
