import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** Other processors hide their name behind a virtual machine: the family says more. */
const family = () => {
  try {
    const text = execFileSync('lscpu', { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    const field = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(text)?.[1];
    return ` (family ${field('CPU family')}, model ${field('Model')}, L2 ${field('L2 cache')})`;
  } catch {
    return '';
  }
};

/** What was measured on, in words. */
export const describeMachine = () => {
  const [{ model }] = cpus();
  return {
    processor: `${model.trim()}${family()}`,
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    load: loadavg().map((value) => Number(value.toFixed(2))),
  };
};
