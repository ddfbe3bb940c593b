// Loaded into a process by `--import`: its clock is off by SHIFT_MS milliseconds, as if the machine's were.
const shift = Number(process.env.SHIFT_MS);
const real = Date.now;
const now = () => real() + shift;

globalThis.Date = new Proxy(Date, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [now()] : given, made),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
});
