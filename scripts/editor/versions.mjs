import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** VS Code 1.139.1 as a server. It is a complete npm package, so a machine that reaches an npm registry needs nothing else. */
export const CODE_SERVER = 'code-server@4.139.1';

/** The Node that the server needs, and its headers. There is one npm package for each platform. */
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;
const NODE_NAME = `node-${PLATFORM}-${process.arch}`;
export const NODE = `${NODE_NAME}@24.21.0`;

/** Where the editor is installed: ignored by git, kept between runs. */
export const HOME = join(ROOT, '.vscode-test');
export const NODE_HOME = join(HOME, 'node', 'node_modules', NODE_NAME);
const CODE_SERVER_HOME = join(HOME, 'code-server', 'node_modules', 'code-server');
export const ENTRY = join(CODE_SERVER_HOME, 'out', 'node', 'entry.js');
export const NODE_BIN = join(NODE_HOME, 'bin', 'node');
