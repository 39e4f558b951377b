import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/**
 * Ends the extension hosts below a server with SIGKILL: neither they nor their workers can do anything about it.
 * @returns how many there were
 */
export function killExtensionHost(server: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
  const below = new Set([server]);
  for (let size = 0; size < below.size;) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  const hosts = all.filter(({ pid, command }) => below.has(pid) && command.includes('--type=extensionHost'));
  for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  return hosts.length;
}

/** Undefined: it has ended meanwhile. */
function processOf(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // `pid (name) state parent …`; a name may have brackets and spaces.
    const [, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}
