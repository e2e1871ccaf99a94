import { createRequire } from 'node:module';

const { build } = createRequire(import.meta.url)('hdr-histogram-js');

/** Times in microseconds, to three digits, up to two minutes. */
export class Times {
  #histogram = build({ lowestDiscernibleValue: 1, highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: 3 });

  add(millis) {
    this.#histogram.recordValue(Math.max(1, Math.round(millis * 1000)));
  }

  get count() {
    return this.#histogram.totalCount;
  }

  /** The time in milliseconds that this share of all took at most, in percent. */
  at(percent) {
    return this.#histogram.getValueAtPercentile(percent) / 1000;
  }

  /** What the tables show. */
  summary() {
    return { count: this.count, p50: this.at(50), p99: this.at(99), p999: this.at(99.9), max: this.#histogram.maxValue / 1000 };
  }

  /** Points of the curve of percentiles, closer the nearer they are to the slowest. */
  curve() {
    const percents = [0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99, 100];
    return percents.filter((percent) => percent === 100 || (100 - percent) / 100 * this.count >= 1).map((percent) => [percent, this.at(percent)]);
  }
}

/** CPU milliseconds for each request, by process, from what each had used before and after. */
export function perRequest(before, after, requests) {
  const each = {};
  for (const name of Object.keys(after)) {
    if (before[name] === undefined) throw new Error(`${name} was not there before: it began in the middle of the measurement`);
    const used = after[name] - before[name];
    if (used < 0) throw new Error(`${name} was started again in the middle of the measurement`);
    each[name] = used / requests;
  }
  return each;
}

/** The sum of what the system used, without the program that asks. */
export function systemsShare(each) {
  return Object.entries(each).filter(([name]) => name !== 'client').reduce((sum, [, used]) => sum + used, 0);
}

const shown = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** A row of a Markdown table for a run. */
export function row(name, run) {
  const { cpu, times, loop, rate } = run;
  const part = (process) => shown(cpu[process] ?? 0);
  return `| ${name} | ${loop} | ${rate.toFixed(0)} | ${shown(times.p50)} | ${shown(times.p99)} | ${shown(times.p999)} `
    + `| ${part('gateway')} | ${part('profile-service')} | ${part('feed-service')} | ${part('community-service')} | ${part('postgres')} | ${part('kafka')} | ${shown(systemsShare(cpu))} |`;
}

export const head = '| | loop | requests a second | p50 ms | p99 ms | p99.9 ms | gateway | profile | feed | community | PostgreSQL | Kafka | all, CPU ms a request |\n'
  + `|${' --- |'.repeat(13)}`;
