import type { TrainingOutcome } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import type { TrainingPageState } from './context';

/** General text may lose this share before the sentence starts with it. */
const FORGOTTEN = 0.01;

/** Whether it is better: the interval of the difference is above zero. Undefined if there is nothing to compare with. */
export function isBetter({ accuracy: { difference, before } }: TrainingOutcome): boolean | undefined {
  return before === undefined || difference === undefined ? undefined : difference[0] > 0;
}

const forgets = ({ general }: TrainingOutcome): boolean =>
  general?.before !== undefined && general.before - general.after > FORGOTTEN;

export function headingOf(result: TrainingOutcome, { strings: { result: words }, say }: TrainingPageState): string {
  const { before, after, difference } = result.accuracy;
  if (before === undefined) return fill(words.fresh, say.percent(after));
  if (isBetter(result)) return fill(words.better, say.percent(before), say.percent(after));
  if (!difference) return fill(words.notBetter, say.percent(before), say.percent(after));
  if (difference[1] < 0) return fill(words.worse, say.percent(before), say.percent(after));
  const uncertain = after > before ? words.maybe : words.notBetterInterval;
  return fill(uncertain, say.percent(before), say.percent(after), ...difference.map(say.points));
}

/** The difference with its interval, and what became of general text: first where it fell. */
export function leadOf(result: TrainingOutcome, page: TrainingPageState): string {
  const { strings, say } = page;
  const { result: words } = strings;
  const general = generalText(result, page);
  const own = ownText(result, page);
  const { corrections, accuracy, rows } = result;
  const learnt = correctionsText(result, page);
  const chosen = accuracy.before !== undefined && corrections > rows / 2 ? words.chosen : undefined;
  // Said once, beside the corrections where there are some.
  const chance = learnt === undefined && isChance(result) ? words.chance : undefined;
  const order = forgets(result) ? [general, own, chance, chosen, learnt] : [own, chance, general, chosen, learnt];
  return say.sentences(...order);
}

/** What the corrections since the last training brought; where there is nothing before, how many were learnt. */
function correctionsText(
  { corrections, accuracy: { before, after, difference } }: TrainingOutcome,
  { strings: { result: words }, say }: TrainingPageState,
): string | undefined {
  if (corrections === 0) return undefined;
  if (before === undefined || !difference)
    return corrections === 1 ? words.correctionsOne : fill(words.corrections, say.count(corrections));
  const [low, high] = difference;
  const [many, one] =
    low > 0
      ? [words.brought, words.broughtOne]
      : high < 0
        ? [words.lost, words.lostOne]
        : [words.broughtChance, words.broughtOneChance];
  const figures = [after - before, low, high].map(say.points);
  return corrections === 1 ? fill(one, ...figures) : fill(many, say.count(corrections), ...figures);
}

/** Whether the interval of the difference includes zero. */
const isChance = ({ accuracy: { before, difference } }: TrainingOutcome): boolean =>
  before !== undefined && difference !== undefined && difference[0] <= 0 && difference[1] >= 0;

function ownText({ accuracy, folds }: TrainingOutcome, { strings: { result: words }, say }: TrainingPageState): string {
  const { n, before, after, interval, difference } = accuracy;
  if (before === undefined || !difference) {
    const range = interval.map(say.figure);
    return folds === undefined
      ? fill(words.interval, say.count(n), ...range)
      : fill(words.intervalFolds, say.count(n), folds, ...range);
  }
  const range = difference.map(say.points);
  return folds === undefined
    ? fill(words.difference, say.points(after - before), say.count(n), ...range)
    : fill(words.differenceFolds, say.points(after - before), say.count(n), folds, ...range);
}

function generalText(result: TrainingOutcome, { strings: { result: words }, say }: TrainingPageState) {
  const { general } = result;
  if (general?.before === undefined) return undefined;
  const sentence = forgets(result)
    ? words.generalFell
    : general.after - general.before > FORGOTTEN
      ? words.generalRose
      : words.generalSame;
  return fill(sentence, say.percent(general.before), say.percent(general.after));
}

/** `NAME · trained 8 July in 41 s · 5 of 6 epochs (stopped early) · 955 rows + 4,000 replayed`. */
export function factsOf(result: TrainingOutcome, { strings, say }: TrainingPageState): string {
  const { result: words } = strings;
  const foreignText = (left: number, of: string): string =>
    left === 1 ? fill(words.rowsForeignOne, of) : fill(words.rowsForeign, say.count(left), of);
  const { name, date, seconds, epochs, ofEpochs, rows, replayed, foreign = 0, language } = result;
  return [
    name,
    fill(words.trained, date, say.shortTime(seconds)),
    fill(epochs < ofEpochs ? words.epochsEarly : words.epochs, epochs, ofEpochs),
    replayed > 0 ? fill(words.rowsReplayed, say.count(rows), say.count(replayed)) : fill(words.rows, say.count(rows)),
    ...(foreign === 0 ? [] : [foreignText(foreign, strings.languages[language])]),
  ].join(' · ');
}
