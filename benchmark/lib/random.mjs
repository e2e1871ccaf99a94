import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed: sfc32, begun with a hash of the seed. */
export class Random {
  #a; #b; #c; #d;

  constructor(seed) {
    const hash = createHash('sha256').update(String(seed)).digest();
    [this.#a, this.#b, this.#c, this.#d] = [0, 4, 8, 12].map((at) => hash.readUInt32LE(at) | 0);
  }

  bits() {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t | 0;
    return t >>> 0;
  }

  /** From 0 up to 1, without 1. */
  chance() {
    return this.bits() / 2 ** 32;
  }

  below(n) {
    return Math.floor(this.chance() * n);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Low numbers far more often than high ones; the greater the power the more so. */
  skewed(n, power = 2) {
    return Math.floor(n * this.chance() ** power);
  }

  /** Of a log-normal distribution: its median, and how wide it is. */
  around(median, width) {
    const normal = Math.sqrt(-2 * Math.log(1 - this.chance())) * Math.cos(2 * Math.PI * this.chance());
    return median * Math.exp(width * normal);
  }

  shuffled(list) {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [copy[at], copy[other]] = [copy[other], copy[at]];
    }
    return copy;
  }

  /** A UUID of version 7 for a moment in milliseconds. */
  uuid(millis) {
    const time = Math.floor(millis).toString(16).padStart(12, '0');
    const hex = (value, digits) => value.toString(16).padStart(digits, '0');
    const first = this.bits();
    const middle = hex(first & 0xfff, 3);
    const variant = hex(0x8000 | ((first >>> 12) & 0x3fff), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${variant}-${hex(this.bits(), 8)}${hex(this.bits() & 0xffff, 4)}`;
  }
}
