// Versions as three numbers: parsed from a program's output, and compared.

export function parseVersion(text) {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '');
  return found ? [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)] : null;
}

export function isAtLeast(version, minimum) {
  const [have, want] = [parseVersion(version), parseVersion(minimum)];
  if (!have || !want) return false;
  for (let index = 0; index < 3; index += 1) {
    if (have[index] !== want[index]) return have[index] > want[index];
  }
  return true;
}
