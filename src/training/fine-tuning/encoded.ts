import { cutTo } from '../../text/cut';
import { encodeTokens, rationaleReader, tokenizer } from '../rows/encoded-texts';
import type { Sample } from '../fit/sample';
import type { Segmenter } from '../../text/word';
import type { Beginning } from './beginning';
import { LONGEST_TEXT } from './estimate';

/** A text with its label and underlined reasons, before it is encoded with a model's vocabulary. */
export interface LabelledExample {
  readonly text: string;
  readonly label: string;
  readonly spans?: readonly (readonly [number, number])[];
}

/** Encodes labelled texts for a network: word ids of the whole vocabulary, and the index of the label. */
export function exampleEncoder(
  { vocabulary, standardisation, length, cut, labels }: Beginning,
  segment: Segmenter,
): (example: LabelledExample) => Sample {
  const tokenize = tokenizer(segment, standardisation);
  const rationaleOf = rationaleReader(segment, standardisation);
  const most = length === 0 ? LONGEST_TEXT : Math.min(length, LONGEST_TEXT);
  return ({ text, label, spans = [] }) => {
    const tokens = tokenize(text);
    const known = encodeTokens(cutTo(tokens, most, cut), vocabulary);
    // A text whose words are all skipped is read as an empty text.
    const ids = known.length > 0 ? known : Int32Array.of(vocabulary.masksUnknown ? 0 : 1);
    const rationale = spans.length > 0 ? rationaleOf({ text, label, fields: { spans } }) : undefined;
    return {
      ids,
      label: labels.indexOf(label),
      // If words were left out, the rationale no longer fits the ids.
      ...(rationale?.length === ids.length && { rationale }),
    };
  };
}
