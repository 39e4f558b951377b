import type { Worker as NodeWorker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { watchNode, type Asked } from './traps';

/**
 * Watches this process and every thread that it starts; resolves with what was asked while `work` ran, at whose end the
 * threads must have ended too: what they report to is taken away.
 */
export const watchedInNode = async (work: () => Promise<void>): Promise<Asked[]> => {
  const builtin = process.getBuiltinModule;
  const [fs, os, path] = [builtin('node:fs'), builtin('node:os'), builtin('node:path')];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'saliency-asked-'));
  const asked = path.join(folder, 'asked.ndjson');
  const trap = path.join(folder, 'trap.cjs');
  fs.writeFileSync(trap, `(${watchNode.toString()})(${JSON.stringify(asked)});\n`);
  fs.writeFileSync(asked, '');
  // In this thread, by the same text.
  const unwatch = new Function('process', `return ${fs.readFileSync(trap, 'utf8')}`)(process) as () => void;
  const threads = builtin('node:worker_threads') as { Worker: typeof NodeWorker };
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(script: string | URL, options: ConstructorParameters<typeof Worker>[1] = {}) {
      super(script, { ...options, execArgv: [...(options.execArgv ?? []), '--require', trap] });
    }
  };
  try {
    await work();
    const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(asked))).split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Asked);
  } finally {
    threads.Worker = Worker;
    unwatch();
    fs.rmSync(folder, { recursive: true });
  }
};
