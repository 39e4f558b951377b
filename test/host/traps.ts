/* Functions that are handed on as text: each must be whole in itself. */

/** A thing that was asked of a network. */
export interface Asked {
  readonly how: string;
  readonly where: string;
  /** By a worker; else by the extension host itself. */
  readonly worker: boolean;
}

/**
 * In a thread of Node: every way out is watched where all of them end, in the bindings below `net`, `http`, `fetch` and
 * `dgram`; names that are looked up; programs that are started. Whatever was asked is written to `file` at once, in a
 * line, so that a connection of a microsecond counts as one of an hour.
 *
 * @returns ends the watch: everything is as it was
 */
export function watchNode(file: string): () => void {
  // A thread has `require` where this runs as a script, the extension host has none for a bundle.
  const builtin = process.getBuiltinModule;
  const fs = builtin('node:fs');
  const worker = !builtin('node:worker_threads').isMainThread;
  const note = (how: string, where: unknown) =>
    fs.appendFileSync(file, `${JSON.stringify({ how, where: String(where), worker })}\n`);
  type Methods = Record<string, (...args: unknown[]) => unknown>;
  const undo: (() => void)[] = [];
  const watch = (target: object, name: string, how: string, where: (args: unknown[]) => unknown) => {
    const methods = target as Methods;
    const original = methods[name];
    if (typeof original !== 'function') return;
    const own = Object.getOwnPropertyDescriptor(target, name);
    undo.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    });
    methods[name] = function (this: unknown, ...args: unknown[]) {
      note(how, where(args));
      return original.apply(this, args);
    };
  };
  const binding = (process as unknown as { binding(name: string): Record<string, { prototype: object }> }).binding;
  const tcp = binding('tcp_wrap').TCP.prototype;
  for (const name of ['connect', 'connect6']) watch(tcp, name, 'tcp', ([, address, port]) => `${address}:${port}`);
  const udp = binding('udp_wrap').UDP.prototype;
  for (const name of ['send', 'send6', 'connect', 'connect6'])
    watch(udp, name, 'udp', (args) => args.slice(1).join(' '));
  const dns = builtin('node:dns');
  for (const target of [dns, dns.promises])
    for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) watch(target, name, 'dns', ([name]) => name);
  watch(binding('process_wrap').Process.prototype, 'spawn', 'program', ([options]) => JSON.stringify(options));
  watch(binding('spawn_sync'), 'spawn', 'program', ([options]) => JSON.stringify(options));
  return () => undo.reverse().forEach((each) => each());
}

/** In a worker of a browser: the ways out that its global scope has. `tell` may be called at any time. */
export function watchBrowser(tell: (asked: Asked) => void, worker: boolean): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const isOutside = (where: string) => !/^(blob|data):/.test(where);
  const note = (how: string, where: unknown) => {
    if (isOutside(String(where))) tell({ how, where: String(where), worker });
  };
  const { fetch } = globalThis;
  scope.fetch = (...args: Parameters<typeof fetch>) => {
    note('fetch', args[0] instanceof Request ? args[0].url : args[0]);
    return fetch(...args);
  };
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection']) {
    const original = scope[name] as (new (...args: unknown[]) => object) | undefined;
    if (!original) continue;
    scope[name] = new Proxy(original, {
      construct(target, args: unknown[]) {
        note(name, args[0]);
        return new target(...args);
      },
    });
  }
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    note('XMLHttpRequest', args[1]);
    return (open as (...args: unknown[]) => void).apply(this, args);
  };
  const scripts = scope.importScripts as ((...urls: string[]) => void) | undefined;
  if (scripts)
    scope.importScripts = (...urls: string[]) => {
      urls.forEach((url) => note('importScripts', url));
      scripts(...urls);
    };
}
