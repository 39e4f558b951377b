/**
 * What is loaded only when it is first needed: a bundle of its own (`dist/views.cjs`), so that what every start of the
 * editor reads stays small. One name for each thing that can be opened or run, each handed all it needs: the bundle has its
 * own copy of whatever it imports, so state must not live in modules that both bundles have.
 */
export { answerAgent } from '../agents/answer-agent';
export { Annotation } from '../annotate/annotation';
export { DocumentViews } from './document-views';
export { FlipActions } from '../changes/flip-actions';
export { explainAs } from '../commands/explain-as';
export { jumpToHighlight } from '../commands/jump';
export { otherMethods } from '../commands/other-methods';
export { filterOutline, goToSentence, jumpToSentence } from '../commands/sentences';
export { selectMethod } from '../commands/select-method';
export { selectModel } from '../commands/select-model';
export { TrainingController as Training } from '../train/training';
export { exportExplanation } from '../export/export-explanation';
export { WordHover } from '../hover/hover';
export { importModel } from '../import/import-model';
export { openPage } from '../panel/open-page';
export { openSample } from '../panel/start-actions';
export { explanationText } from '../wording/explanation-text';
export { messageOf, reportError } from '../wording/report-error';
