import { interaction, mergedWithNext, shapleyValues, type TableGame } from './table-game';
import { meanLikely, type PhraseBreaks, type WordSpan } from './units';

/** A phrase and what it is worth. */
export interface ValuedPhrase extends WordSpan {
  readonly value: number;
}

/** The weight of the difference between the likelihoods that people would underline two units. */
const LIKELY = 0.5;
/** Units that change each other as much as the strongest unit is worth are one phrase, whatever grammar says. */
const INTERACTION = 1;
/** Neighbours that contradict each other as strongly as can be. */
const CONTRADICTION = 0.3;
/** Units are joined only at a lower cost than this: phrases stay short enough to leave out words that matter little. */
const CHEAP = -0.2;

/**
 * Joins units that make one phrase: those that change what the other says (“not” and “good”), or contradict each other,
 * unless grammar has a seam between them or people would underline only one of them. What they change is known from the
 * game already, and the values stay exact: those of the game in which the two are one player.
 */
export function joinPhrases(seams: PhraseBreaks, units: readonly WordSpan[], game: TableGame): ValuedPhrase[] {
  const phrases = [...units];
  let values = shapleyValues(game);
  while (phrases.length > 1) {
    const largest = Math.max(1e-6, ...values.map(Math.abs));
    const costs = phrases.slice(1).map((right, at) => {
      const left = phrases[at];
      const [one, two] = [values[at] / largest, values[at + 1] / largest];
      return (
        seams.gaps[right.from - 1] +
        LIKELY * Math.abs(meanLikely(seams, left) - meanLikely(seams, right)) -
        INTERACTION * Math.min(1, changeOf(one, two, interaction(game, at, at + 1) / largest)) -
        (one * two < 0 ? CONTRADICTION * Math.min(Math.abs(one), Math.abs(two)) : 0)
      );
    });
    const cheapest = Math.min(...costs);
    if (cheapest >= CHEAP) break;
    const at = costs.indexOf(cheapest);
    phrases.splice(at, 2, { from: phrases[at].from, to: phrases[at + 1].to });
    game = mergedWithNext(game, at);
    values = shapleyValues(game);
  }
  return phrases.map((phrase, at) => ({ from: phrase.from, to: phrase.to, value: values[at] }));
}

/** How much two units change each other; units that say the same, so that each is worth less beside the other, do not. */
const changeOf = (one: number, two: number, interaction: number): number =>
  one * two > 0 && one * interaction < 0 ? 0 : Math.abs(interaction);
