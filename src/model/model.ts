import { tokenOf } from '../text/normalisation';
import type { Vocabulary } from '../text/vocabulary';
import type { Word } from '../text/word';
import type { ModelCard } from './format/card';
import type { Architecture, Network } from './network';

/** Words as a network takes them; all three have one entry a word. */
export interface EncodedWords {
  /** 0 where the architecture skips the word. */
  readonly ids: Int32Array;
  /** 1 = the network reads it, 0 = skipped. */
  readonly mask: Float32Array;
  /** Whether the word is in the vocabulary. */
  readonly known: readonly boolean[];
}

/** A network with its words and its card. `dispose()` frees the weights. */
export class Model {
  constructor(
    readonly name: string,
    readonly card: ModelCard,
    readonly architecture: Architecture,
    readonly vocabulary: Vocabulary,
    readonly network: Network,
  ) {}

  /** From bad to good. */
  get labels(): readonly string[] {
    return this.card.labels;
  }

  encode(words: readonly Word[]): EncodedWords {
    const tokens = words.map(({ text }) => tokenOf(text, this.card.standardisation));
    const ids = this.vocabulary.encode(tokens);
    return {
      ids,
      mask: Float32Array.from(ids, (id) => (id === 0 ? 0 : 1)),
      known: tokens.map((token) => this.vocabulary.knows(token)),
    };
  }

  /** Words of the longest texts it was trained on. */
  get trainedLength(): number {
    return this.card.length;
  }

  /** Divides the logits; undefined where the model was not calibrated. */
  get temperature(): number | undefined {
    return this.card.temperature;
  }

  get defaultMethod(): string {
    return this.card.defaultMethod;
  }

  dispose(): void {
    this.network.dispose();
  }
}
