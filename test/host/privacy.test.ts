import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { host, open, saliency, select, until } from './saliency';
import type { Asked } from './traps';
import { watchedInBrowser } from './watched-browser';
import { watchedInNode } from './watched-node';

const watched = host === 'node' ? watchedInNode : watchedInBrowser;

/** Addresses for documentation (RFC 5737, RFC 2606): nobody is asked, even where the machine has a network. */
const NOBODY = { address: '192.0.2.1', name: 'nobody.invalid' };

/** What a worker of ours could do in secret: each lasts no longer than it takes to be begun. */
const VIOLATIONS = {
  node: `
    const line = require('node:net').connect(9, '${NOBODY.address}').on('error', () => {});
    setImmediate(() => line.destroy());
    require('node:dns').lookup('${NOBODY.name}', () => {});
    fetch('http://${NOBODY.address}:9/', { signal: AbortSignal.timeout(1) }).catch(() => {});
    const socket = require('node:dgram').createSocket('udp4');
    socket.send('x', 9, '${NOBODY.address}', () => socket.close());
  `,
  web: `
    const stop = new AbortController();
    fetch('https://${NOBODY.name}/', { signal: stop.signal }).catch(() => {});
    stop.abort();
    try { new WebSocket('wss://${NOBODY.name}/').close(); } catch {}
    try { const asked = new XMLHttpRequest(); asked.open('GET', 'https://${NOBODY.name}/'); asked.abort(); } catch {}
  `,
};

/** Starts a worker as the extension does, which does what is forbidden and ends. */
const violate = async (): Promise<void> => {
  if (host === 'node') {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const worker = new Worker(VIOLATIONS.node, { eval: true });
    await new Promise((resolve) => worker.once('exit', resolve));
    return;
  }
  const script = URL.createObjectURL(new Blob([`${VIOLATIONS.web}; postMessage('done');`]));
  const worker = new Worker(script);
  await new Promise((resolve) => worker.addEventListener('message', resolve));
  worker.terminate();
};

/** Functions of this host through which a network could be asked, as they are now. */
const waysOut = (): unknown[] => {
  if (host !== 'node')
    return [globalThis.fetch, globalThis.WebSocket, globalThis.Worker, XMLHttpRequest.prototype.open];
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const { lookup, promises } = process.getBuiltinModule('node:dns');
  const { binding } = process as unknown as { binding(name: string): { TCP: { prototype: { connect: unknown } } } };
  return [Worker, lookup, promises.lookup, binding('tcp_wrap').TCP.prototype.connect];
};

/**
 * What counts. The editor's own code runs in the extension host too: its line to its window, and the programs that it
 * starts, are not the extension's, whose bundles name no module that could start one (see test/package/privacy.test.ts).
 */
const outside = (asked: readonly Asked[]) =>
  asked.filter(
    ({ how, where, worker }) =>
      worker || (how !== 'program' && !/^(\w+:\/\/)?(127\.0\.0\.1|::1|localhost)[:/]/.test(where)),
  );

suite('Privacy', () => {
  test('what a worker asks of a network for a moment only is noticed', async () => {
    const asked = await watched(violate);
    const how = new Set(asked.filter(({ worker }) => worker).map((each) => each.how));
    equal(
      [...how].sort(),
      host === 'node' ? ['dns', 'tcp', 'udp'] : ['WebSocket', 'XMLHttpRequest', 'fetch'],
      'ways out',
    );
  });

  test('what was watched is as it was before', async () => {
    const before = waysOut();
    await watched(async () => {
      isTrue(!waysOut().every((way, i) => way === before[i]), 'nothing was watched');
      return Promise.resolve();
    });
    isTrue(
      waysOut().every((way, i) => way === before[i]),
      'a trap was left behind',
    );
  });

  test('nothing is asked of a network while texts are explained, by the host or by its worker', async () => {
    const { explain, testing } = await saliency();
    // The worker that starts next is watched from its first line.
    await testing.terminateWorker();
    let explained = 0;
    const asked = await watched(async () => {
      const editor = await open('en.txt');
      select(editor, 'The plot is thin, but I loved every minute of it.');
      for (const command of ['explain', 'explainDocument', 'showPanel', 'showText'])
        await vscode.commands.executeCommand(`saliency.${command}`);
      await explain({ text: '这家店的服务很好。' });
      await until(async () => testing.explained(editor.document.uri).length > 0, 'it is explained');
      explained = testing.explained(editor.document.uri).length;
      await testing.terminateWorker();
    });
    equal(outside(asked), [], 'what was asked of a network');
    isTrue(explained > 0, 'nothing was explained');
    for (const command of ['saliency.clear', 'workbench.action.closeAllEditors'])
      await vscode.commands.executeCommand(command);
  });
});
