import { render } from 'preact';
import * as v from 'valibot';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import '../page.css';
import { ReadingApp } from './app';
import './reading.css';
import type { ReadingApi } from './use-reading';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element “root”.');
const schema = v.object({ language: v.string(), strings: v.record(v.string(), v.unknown()) });
const { language, strings } = v.parse(schema, JSON.parse(root.dataset.initial ?? '{}'));
// One page a webview: what it may be told is this page's.
const api = (acquireVsCodeApi as unknown as () => ReadingApi)();
// The host makes all strings at once from one list: if one is there, all are.
render(<ReadingApp api={api} language={language} strings={strings as unknown as ReadingStrings} />, root);
