import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The extension hosts below a server. */
export function extensionHosts(server: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
  const below = new Set([server]);
  for (let size = 0; size < below.size;) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all.filter(({ pid, command }) => below.has(pid) && command.includes('--type=extensionHost')).map(({ pid }) => pid); // prettier-ignore
}

/** Megabytes of a process: those in use now, and the most that it ever had. */
export interface ProcessMemory {
  readonly now: number;
  readonly most: number;
}

/** Of all together; those that have ended have none. */
export function memoryOf(pids: readonly number[]): ProcessMemory {
  const each = pids.map(statusOf);
  const sum = (field: string) =>
    Math.round(each.reduce((before, text) => before + Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0), 0) / 1024); // prettier-ignore
  return { now: sum('VmRSS'), most: sum('VmHWM') };
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
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
