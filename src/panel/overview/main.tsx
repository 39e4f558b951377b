import { render } from 'preact';
import '../page.css';
import { OverviewApp } from './app';
import './bench.css';
import './rows.css';
import { readStart } from './start';
import '../page/vscode-api';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart(root.dataset.initial ?? '{}');
const api = acquireVsCodeApi();
render(<OverviewApp api={api} start={start} />, root);
