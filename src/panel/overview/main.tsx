import { render } from 'preact';
import '../page.css';
import { OverviewApp } from './app';
import './bench.css';
import './rows.css';
import { readStart } from './start';
import type { OverviewApi } from './use-bench';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const start = readStart(root.dataset.initial ?? '{}');
// One page a webview: what it may be told is the overview's, not the explanation's.
const api = (acquireVsCodeApi as unknown as () => OverviewApi)();
render(<OverviewApp api={api} start={start} />, root);
