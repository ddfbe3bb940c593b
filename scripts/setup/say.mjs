// Output of the set-up: plain sentences on stdout, and a progress line that is redrawn on a terminal
// and printed every few seconds elsewhere. Runs on Node 18.

export const say = (text) => process.stdout.write(`${text}\n`);

export const megabytes = (bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`;

export const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

// Returns { update(done), end() }. `total` is 0 when unknown.
export function progress(label, total, describe = megabytes) {
  const terminal = process.stdout.isTTY === true;
  const interval = terminal ? 100 : 5000;
  let last = Date.now();
  const line = (done) => {
    const share =
      total > 0 ? ` ${String(Math.min(100, Math.floor((100 * done) / total))).padStart(3)} %` : '';
    return `  ${label}${share} (${describe(done)}${total > 0 ? ` of ${describe(total)}` : ''})`;
  };
  return {
    update(done) {
      if (Date.now() - last < interval) return;
      last = Date.now();
      process.stdout.write(terminal ? `\r\x1b[2K${line(done)}` : `${line(done)}\n`);
    },
    end() {
      if (terminal) process.stdout.write('\r\x1b[2K');
    },
  };
}
