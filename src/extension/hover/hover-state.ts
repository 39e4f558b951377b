import type { Explanation } from '../../shared/explanation';

/** What hovers keep for a session. It stands apart from their code, which is loaded only with the first hover. */
export interface HoverState {
  /** Whether scores are shown in log-odds beside the points. */
  logOdds: boolean;
  /** Explanations of the same text by the model's other methods, once one has asked for them. */
  readonly others: WeakMap<Explanation, readonly Explanation[]>;
}

export const newHoverState = (): HoverState => ({ logOdds: false, others: new WeakMap() });
