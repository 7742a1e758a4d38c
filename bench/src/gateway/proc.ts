import { readdirSync, readFileSync } from 'node:fs';
import type { Usage } from './child.js';

// Linux counts in ticks of a hundredth of a second (USER_HZ) and in pages of 4 KiB.
const tickMs = 10;
const pageBytes = 4096;

/** What a process and those that it started have used, from /proc; for programs that cannot be asked. */
export function readUsage(pid: number | undefined): Usage {
  if (pid === undefined) throw new Error('The process has no id: it did not start.');
  const stats = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readStat(Number(name)) : [])));
  const total = { cpuMs: 0, rssBytes: 0 };
  const add = (id: number): void => {
    const own = stats.get(id);
    if (own === undefined) return;
    total.cpuMs += own.cpuMs;
    total.rssBytes += own.rssBytes;
    for (const [child, { parent }] of stats) if (parent === id) add(child);
  };
  add(pid);
  return total;
}

function readStat(pid: number): [number, Usage & { parent: number }][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces; the fields after it are numbered from 3 (proc_pid_stat(5)).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    const cpuMs = (field(14) + field(15)) * tickMs;
    return [[pid, { parent: field(4), cpuMs, rssBytes: field(24) * pageBytes }]];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
