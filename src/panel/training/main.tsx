import { render } from 'preact';
import type { TrainingStrings } from '../../shared/strings/training-page';
import '../page.css';
import { TrainingApp } from './app';
import { readStart } from '../page/start';
import './training.css';
import './result.css';
import { keepSelectAll } from '../page/select-all';
import '../page/vscode-api';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart<TrainingStrings>(root.dataset.initial ?? '{}');
const api = acquireVsCodeApi();
keepSelectAll();
render(<TrainingApp api={api} start={start} />, root);
