import { extensionHosts } from './processes';

/**
 * Ends the extension hosts below a server with SIGKILL: neither they nor their workers can do anything about it.
 * @returns how many there were
 */
export function killExtensionHost(server: number): number {
  const hosts = extensionHosts(server);
  for (const pid of hosts) process.kill(pid, 'SIGKILL');
  return hosts.length;
}
