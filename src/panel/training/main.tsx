import { render } from 'preact';
import '../page.css';
import { TrainingApp } from './app';
import { readStart } from './start';
import './training.css';
import type { TrainingApi } from './use-training';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart(root.dataset.initial ?? '{}');
// One page a webview: what it may be told is the training's.
const api = (acquireVsCodeApi as unknown as () => TrainingApi)();
render(<TrainingApp api={api} start={start} />, root);
