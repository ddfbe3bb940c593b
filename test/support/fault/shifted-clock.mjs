// Loaded into a process by `--import`: its clock is off by SHIFT_MS milliseconds, as if the machine's were.
const shift = Number(process.env.SHIFT_MS);
const now = Date.now;

globalThis.Date = class extends Date {
  constructor(...given) {
    if (given.length === 0) super(now() + shift);
    else super(...given);
  }

  static now() {
    return now() + shift;
  }
};
