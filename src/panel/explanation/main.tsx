import { render } from 'preact';
import { App } from './app';
import { readInitial } from './initial';
import '../page.css';
import { readSavedState } from './saved-state';
import { keepSelectAll } from '../page/select-all';
import '../page/vscode-api';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const initial = readInitial(root.dataset.initial ?? '{}');
const api = acquireVsCodeApi();
keepSelectAll();
render(<App api={api} initial={initial} restored={readSavedState(api.getState())} />, root);
