/**
 * What is loaded only when it is first shown: a bundle of its own (`dist/views.cjs`), so that what every start of the
 * editor reads stays small. One name for each thing that can be opened, each a function that is handed all it needs: the
 * bundle has its own copy of whatever it imports, so state must not live in modules that both bundles have.
 */
export { Annotation } from '../annotate/annotation';
export { exportExplanation } from '../export/export-explanation';
export { openPage } from '../panel/open-page';
export { openSample } from '../panel/start-actions';
