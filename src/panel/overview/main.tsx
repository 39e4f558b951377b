import { render } from 'preact';
import type { OverviewStrings } from '../../shared/strings/overview-page';
import '../page.css';
import { OverviewApp } from './app';
import './overview.css';
import './figures.css';
import './rows.css';
import './accuracy.css';
import './review.css';
import { readStart } from '../page/start';
import { keepSelectAll } from '../page/select-all';
import '../page/vscode-api';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart<OverviewStrings>(root.dataset.initial ?? '{}');
const api = acquireVsCodeApi();
keepSelectAll();
render(<OverviewApp api={api} start={start} />, root);
