import { render } from 'preact';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import '../page.css';
import { readStart } from '../page/start';
import { keepSelectAll } from '../page/select-all';
import '../page/vscode-api';
import { ReadingApp } from './app';
import './reading.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart<ReadingStrings>(root.dataset.initial ?? '{}');
keepSelectAll();
render(<ReadingApp api={acquireVsCodeApi()} start={start} />, root);
