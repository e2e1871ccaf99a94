import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';

/** What a line of /proc/<pid>/stat tells: names may contain blanks and brackets. */
export function parseStat(line) {
  const [, pid] = /^(\d+) \(/.exec(line);
  const rest = line.slice(line.lastIndexOf(')') + 2).split(' ').map((part, at) => (at === 0 ? part : Number(part)));
  return { pid: Number(pid), parent: rest[1], ticks: rest[11] + rest[12], ticksOfEnded: rest[13] + rest[14] };
}

/**
 * Ticks that a process has used; with its children, those it waited for included, when they work for it as PostgreSQL's do.
 */
export function ticksOf(pid, stats, withChildren) {
  const own = stats.find((stat) => stat.pid === pid);
  if (!own) return undefined;
  if (!withChildren) return own.ticks;
  const living = stats.filter((stat) => stat.parent === pid).reduce((sum, stat) => sum + stat.ticks + stat.ticksOfEnded, 0);
  return own.ticks + own.ticksOfEnded + living;
}

function stats() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
    } catch {
      return []; // ended between being listed and being read
    }
  });
}

/** The running system's processes, as ./outloud wrote them down: name and pid. */
export function recorded(home) {
  const folder = join(home, 'run');
  return readdirSync(folder).filter((file) => file.endsWith('.properties') && file !== 'outloud.properties').map((file) => ({
    name: file.replace('.properties', ''),
    pid: Number(/^pid=(\d+)$/m.exec(readFileSync(join(folder, file), 'utf8'))[1]),
  }));
}

const millisOfTick = () => 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU milliseconds that every process of the system has used so far, and this one as "client". */
export function cpu(home) {
  const now = stats();
  const millis = millisOfTick();
  const used = { client: (process.cpuUsage().user + process.cpuUsage().system) / 1000 };
  for (const { name, pid } of recorded(home)) {
    const ticks = ticksOf(pid, now, name === 'postgres');
    if (ticks === undefined) throw new Error(`${name} (pid ${pid}) does not run`);
    used[name] = ticks * millis;
  }
  return used;
}
