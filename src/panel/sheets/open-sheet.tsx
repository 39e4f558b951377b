import type { StudyResults } from '../../shared/protocol/panel';
import type { Sheet } from '../../shared/protocol/sheets';
import type { ShownExplanation } from '../wording/reading';
import { CompareModels } from './compare-models';
import { Pinned } from './pinned';
import type { SheetState } from './sheet-state';
import { WhatIf } from './what-if';

interface OpenSheetProps {
  readonly sheet: Sheet;
  readonly shown: ShownExplanation | undefined;
  readonly figures: StudyResults;
  readonly sheets: SheetState;
  readonly onBack: () => void;
}

/** The sheet that stands in the place of the explanation. */
export function OpenSheet({ sheet, shown, figures, sheets, onBack }: OpenSheetProps) {
  if (sheet === 'pinned' || !shown) return <Pinned {...{ shown, sheets, onBack }} />;
  if (sheet === 'compare') return <CompareModels {...{ shown, sheets, onBack }} />;
  return <WhatIf key={shown.view.explanation.text} {...{ shown, figures, onBack }} answer={sheets.whatIf} />;
}
