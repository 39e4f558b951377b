import type { Counterfactuals } from '../../shared/studies';
import type { YieldPoint } from '../yield-point';
import { beamSearch } from './beam';
import { countCombinations, combinations } from './combinations';
import type { ChangedPrediction, Trial } from './trial';

/** A size with more sets of words than this is not searched completely. */
const MOST_CHOICES = 5_000;
/** Limit on the work for one size, as words that the model reads: 5,000 pairs of a text of some 100 words. */
const MOST_COST = 600_000;
/** Up to so many words, sets are tried on the changed text itself, which is cut into words again. */
const MOST_RECUT = 50_000;
/** At most so many removals are offered. */
export const MOST_OFFERED = 3;

export interface RemovalCandidates {
  /** Positions of all words that the model reads, those most likely to flip it first. */
  readonly order: readonly number[];
  /** Tokens that are removed only if no other words flip the prediction. */
  readonly stopWords: ReadonlySet<string>;
}

/**
 * The fewest words whose removal flips the prediction.
 *
 * Every single word is tried by cutting and reading the text without it; so are larger choices of short texts. Else
 * larger choices are tried on the words as they were cut and only those that flip on the changed text, whose words may
 * be others (Chinese). A size of more than 5,000 choices, or of a text so long that trying would take minutes, is left
 * to a beam search, and the answer is not proven.
 */
export async function fewestRemovals(
  trial: Trial,
  words: RemovalCandidates,
  step: YieldPoint,
): Promise<Counterfactuals['removals']> {
  const search = new Exhaustive(trial, words, step);
  for (let size = 1; size < trial.explanation.words.length && size <= words.order.length; size++) {
    if (!search.affordable(size)) return search.answer(await beamSearch(trial, search.order(), step), false);
    const before = search.complete;
    const found = await search.size(size);
    if (found.length > 0) return search.answer({ found, tried: 0 }, before);
  }
  return search.answer({ found: [], tried: 0 }, search.complete);
}

class Exhaustive {
  /** Whether all sets of the sizes so far were tried. */
  complete = true;
  private tried = 0;
  private readonly margins = new Map<number, number>();

  constructor(
    private readonly trial: Trial,
    private readonly given: RemovalCandidates,
    private readonly step: YieldPoint,
  ) {}

  private get read(): readonly number[] {
    return this.given.order;
  }

  affordable(size: number): boolean {
    const choices = countCombinations(this.read.length, size);
    return size === 1 || (this.complete && choices <= MOST_CHOICES && this.cost(choices) <= MOST_COST);
  }

  /** The words, sorted by how much the prediction loses without each. */
  order(): number[] {
    const lost = (word: number) => this.margins.get(word) ?? Infinity;
    return [...this.read].sort((a, b) => lost(a) - lost(b));
  }

  async size(size: number): Promise<ChangedPrediction[]> {
    const singles = Math.max(MOST_OFFERED, Math.floor(MOST_COST / this.trial.explanation.words.length));
    const words = size === 1 ? this.read.slice(0, singles) : this.read;
    if (words.length < this.read.length) this.complete = false;
    const recut = size === 1 || this.cost(countCombinations(words.length, size)) <= MOST_RECUT;
    if (!recut) this.complete = false;
    const flips: ChangedPrediction[] = [];
    for (const choice of combinations(words, size)) {
      const removed = choice.sort((a, b) => a - b);
      await this.step();
      this.tried++;
      if (!recut) {
        const prediction = this.trial.without(removed);
        if (prediction && this.trial.flips(prediction)) flips.push({ words: removed, edits: [], prediction });
        continue;
      }
      const outcome = await this.trial.removed(removed);
      if (outcome && size === 1) this.margins.set(removed[0], this.trial.margin(outcome.prediction));
      if (outcome && this.trial.flips(outcome.prediction)) flips.push(outcome);
    }
    return recut ? flips : this.confirmed(flips);
  }

  answer(
    { found, tried }: { found: ChangedPrediction[]; tried: number },
    proven: boolean,
  ): Counterfactuals['removals'] {
    // A set with “the” or “but” in it is as small, but says less.
    const telling = found.filter(({ words }) => !words.some((word) => this.isFunctionWord(word)));
    const surest = surestFirst(this.trial, telling.length > 0 ? telling : found).slice(0, MOST_OFFERED);
    return { found: surest.map((one) => this.trial.counterfactual(one)), proven, tried: this.tried + tried };
  }

  private isFunctionWord(position: number): boolean {
    return this.given.stopWords.has(this.trial.explanation.words[position].text.toLowerCase());
  }

  private cost(choices: number): number {
    return choices * this.trial.explanation.words.length;
  }

  /** Removals that flip the prediction are found on the words of the original text. This keeps the surest of those that still flip it when the changed text is read again. */
  private async confirmed(flips: readonly ChangedPrediction[]): Promise<ChangedPrediction[]> {
    const confirmed: ChangedPrediction[] = [];
    for (const { words } of surestFirst(this.trial, flips)) {
      await this.step();
      const outcome = await this.trial.removed(words);
      if (outcome && this.trial.flips(outcome.prediction)) confirmed.push(outcome);
      if (confirmed.length === MOST_OFFERED) break;
    }
    return confirmed;
  }
}

/** The surest first; equal ones keep their order. */
function surestFirst<One extends ChangedPrediction>(trial: Trial, outcomes: readonly One[]): One[] {
  return [...outcomes].sort((a, b) => trial.margin(a.prediction) - trial.margin(b.prediction));
}
