import type { Word } from '../../text/word';
import type { Counterfactual, TextEdit } from '../../shared/studies';
import type { LoadedModel, UntimedExplanation } from '../explain';
import { probabilitiesByLabel, predictMasked, type MaskedPrediction } from '../masked-prediction';
import { applyEdit, removalEdits } from './edits';

/** Cuts a changed text as `explain` would; undefined if it would have no words, or be read by another model. */
export type CutChangedText = (text: string) => Promise<readonly Word[] | undefined>;

/** The prediction on a changed text. */
export interface ChangedPrediction {
  readonly words: readonly number[];
  readonly edits: readonly TextEdit[];
  readonly prediction: MaskedPrediction;
}

/** Tries changes of one text: either on its words as they were cut, or on the changed text from its start. */
export class Trial {
  /** How many words the model has read so far. */
  cost = 0;
  private readonly encoded: ReturnType<LoadedModel['encode']>;
  readonly prediction: MaskedPrediction;

  constructor(
    private readonly subject: LoadedModel,
    readonly explanation: UntimedExplanation,
    private readonly recut: CutChangedText,
  ) {
    this.encoded = subject.encode(explanation.words);
    this.prediction = this.predict(this.encoded);
  }

  /** Positions of the words that the model reads. */
  get read(): number[] {
    return Array.from(this.encoded.mask.keys()).filter((word) => this.encoded.mask[word] !== 0);
  }

  /** The prediction on the words that are left, as they were cut; undefined if none is. */
  without(removed: readonly number[]): MaskedPrediction | undefined {
    const gone = new Set(removed);
    const stays = (_: number, word: number) => !gone.has(word);
    const ids = this.encoded.ids.filter(stays);
    if (ids.length === 0) return undefined;
    return this.predict({ ids, mask: this.encoded.mask.filter(stays) });
  }

  /** The prediction with another word of the vocabulary in one place. */
  swapped(position: number, id: number): MaskedPrediction {
    const ids = this.encoded.ids.slice();
    ids[position] = id;
    return this.predict({ ids, mask: this.encoded.mask });
  }

  /**
   * The prediction on the text without these words, which is cut into words again and may have others than those that
   * were left.
   */
  async removed(words: readonly number[]): Promise<ChangedPrediction | undefined> {
    const { explanation } = this;
    return this.changed(words, removalEdits(explanation.text, explanation.words, words));
  }

  /** The prediction on a changed text. */
  async changed(words: readonly number[], edits: readonly TextEdit[]): Promise<ChangedPrediction | undefined> {
    const cut = await this.recut(applyEdit(this.explanation.text, edits));
    return cut && { words, edits, prediction: this.predict(this.subject.encode(cut)) };
  }

  flips(prediction: MaskedPrediction): boolean {
    return prediction.label !== this.prediction.label;
  }

  /**
   * How far a prediction still is from flipping: the probability of the label minus that of the likeliest other one.
   */
  margin({ probabilities }: MaskedPrediction): number {
    const { label } = this.prediction;
    return probabilities[label] - Math.max(...probabilities.filter((_, other) => other !== label));
  }

  counterfactual({ words, edits, prediction }: ChangedPrediction): Counterfactual {
    const label = this.subject.labels[prediction.label];
    return { words, edits, label, probabilities: probabilitiesByLabel(this.subject, prediction) };
  }

  private predict({ ids, mask }: { readonly ids: Int32Array; readonly mask: Float32Array }): MaskedPrediction {
    this.cost += ids.length;
    return predictMasked(this.subject, ids, mask);
  }
}
