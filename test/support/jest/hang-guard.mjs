// Ends a run in which one file hangs, and names it. A guard and not a measure: on a busy machine everything takes several
// times as long.
const LIMIT_MS = 15 * 60_000;

export default class HangGuard {
  #timers = new Map();

  onTestFileStart({ path }) {
    const ends = () => {
      process.stderr.write(
        `${path} is not done after ${LIMIT_MS / 60_000} minutes: it hangs, and so the run ends.\n`,
      );
      process.exit(1);
    };
    this.#timers.set(path, setTimeout(ends, LIMIT_MS).unref());
  }

  onTestFileResult({ path }) {
    clearTimeout(this.#timers.get(path));
  }
}
