import type { Label, Method } from '../../shared/explanation';
import type { PageStrings } from '../../extension/panel/strings';

/** What scores are measured against; undefined where the method has no such thing. */
export function baselineName(baseline: string, strings: PageStrings): string | undefined {
  switch (baseline) {
    case 'none':
      return undefined;
    case 'empty state':
      return strings.emptyState;
    case 'zero embedding':
      return strings.zeroEmbedding;
    case 'empty text':
      return strings.emptyText;
    case 'text without the word':
      return strings.withoutTheWord;
    default:
      return baseline;
  }
}

/** What labels are called. */
export type LabelStrings = Pick<
  PageStrings,
  'labelVeryNegative' | 'labelNegative' | 'labelNeutral' | 'labelPositive' | 'labelVeryPositive'
>;

/** A label in the display language; a model's own labels stay as they are. */
export function labelName(label: Label, strings: LabelStrings): string {
  switch (label) {
    case 'very negative':
      return strings.labelVeryNegative;
    case 'negative':
      return strings.labelNegative;
    case 'neutral':
      return strings.labelNeutral;
    case 'positive':
      return strings.labelPositive;
    case 'very positive':
      return strings.labelVeryPositive;
    default:
      return label;
  }
}

export function methodName(method: Method, strings: PageStrings): string {
  switch (method) {
    case 'state-distance':
      return strings.stateDistance;
    case 'attention':
      return strings.attention;
    case 'gradient-x-input':
      return strings.gradientXInput;
    case 'attention-x-norm':
      return strings.attentionXNorm;
    case 'integrated-gradients':
      return strings.integratedGradients;
    case 'occlusion':
      return strings.occlusion;
    case 'lrp':
      return strings.lrp;
    case 'cell-decomposition':
      return strings.cellDecomposition;
    case 'shap':
      return strings.shap;
    case 'ngram-shares':
      return strings.ngramShares;
    case 'learned':
      return strings.learned;
    case 'learned-occlusion':
      return strings.learnedOcclusion;
    case 'learned-gradient':
      return strings.learnedGradient;
    default:
      return method;
  }
}
