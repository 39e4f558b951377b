import type { Model } from '../model/model';
import { SaliencyError } from '../text/saliency-error';
import type { Vocabulary } from '../text/vocabulary';
import { logitsAll } from './predict';
import type { Sample } from './sample';
import { cutTokens, encodeTokens, type Cut, type TokenizedRow } from './texts';

/** Learning from other models' judgement beside the labels (Hinton et al. 2015, "Distilling the knowledge"). */
export interface Distillation {
  /** Their mean logits are the target; they have the student's labels. */
  readonly teachers: readonly Model[];
  /** Of the target on labelled rows, 0–1; the rest is the label. On texts without labels the teachers are all there is. */
  readonly share: number;
  /** Tokens of texts without labels. */
  readonly texts: readonly (readonly string[])[];
}

/** The training samples with the teachers' targets, and samples of the unlabelled texts behind them. */
export function taughtSamples(
  { teachers, share, texts }: Distillation,
  rows: readonly TokenizedRow[],
  samples: readonly Sample[],
  labels: readonly string[],
  vocabulary: Vocabulary,
  { length, cut }: { readonly length: number; readonly cut: Cut },
): Sample[] {
  const tokens = [...rows.map((row) => row.tokens), ...texts].map((of) => cutTokens(of, length, cut));
  const judged = judgement(teachers, tokens, labels);
  return judged.map((target, i) => {
    if (i >= samples.length) {
      const label = target.indexOf(Math.max(...target));
      return { ids: encodeTokens(tokens[i], vocabulary), label, target };
    }
    const { ids, label } = samples[i];
    return { ids, label, target: target.map((p, at) => share * p + (at === label ? 1 - share : 0)) };
  });
}

/** The teachers' probabilities of each text: softmax of their mean logits. */
function judgement(
  teachers: readonly Model[],
  texts: readonly (readonly string[])[],
  labels: readonly string[],
): number[][] {
  const sums = texts.map(() => labels.map(() => 0));
  for (const { name, network, vocabulary, ...teacher } of teachers) {
    const own = teacher.card.labels;
    if (own.join() !== labels.join()) {
      const found = `${own.join(', ')}; the student has ${labels.join(', ')}`;
      throw new SaliencyError(`The teacher ${name} has the labels ${found}.`, 'usage');
    }
    const ids = texts.map((tokens) => ({ ids: encodeTokens(tokens, vocabulary), label: 0 }));
    logitsAll(network, ids).forEach((logits, i) => {
      // One output is the log-odds of the second label: as two logits, 0 and itself.
      const full = logits.length === 1 ? [0, logits[0]] : logits;
      full.forEach((logit, at) => (sums[i][at] += logit / teachers.length));
    });
  }
  return sums.map(softmax);
}

function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
