import type { ModelSummary } from '../../src/shared/protocol/explainer';
import type { Explanation } from '../../src/shared/explanation';
import type { PanelView } from '../../src/shared/protocol/panel';
import { panelView } from '../../src/extension/panel/view';

/** What the host would send of an explanation. */
export function viewOf(explanation: Explanation, changes: Partial<PanelView> = {}): PanelView {
  const place = { uri: 'file:///w/film-reviews.md', file: 'film-reviews.md', line: 2, start: 40 };
  const model: ModelSummary = {
    name: explanation.model,
    language: explanation.language,
    architecture: 'additive-attention-bilstm',
    labels: Object.keys(explanation.probabilities),
    methods: explanation.method === 'state-distance' ? ['state-distance'] : ['attention', 'gradient-x-input'],
    bytes: 2_134_000,
    measured: [{ data: 'held-out reviews', accuracy: 0.8612, macroF1: 0.8125, n: 8000 }],
  };
  return { ...panelView(explanation, { id: 1, place, time: '14:02', stale: false, model }), ...changes };
}
