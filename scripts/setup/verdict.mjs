// Summarises jest's report: the last line of `npm test`, and the names of failed tests above it.

// A test file that could not run counts as one failure; a run without tests does not pass.
export function verdict(report, exitCode) {
  if (!report) return { line: '0 passed, 1 failed', isGood: false };
  const broken = report.numRuntimeErrorTestSuites ?? 0;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken;
  const isGood = exitCode === 0 && failed === 0 && passed > 0;
  return { line: `${passed} passed, ${isGood ? 0 : Math.max(1, failed)} failed`, isGood };
}

export function failures(report, root) {
  const lines = (report?.testResults ?? []).flatMap((file) => {
    const name = file.name.replace(`${root.replace(/\/$/, '')}/`, '');
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (file.status === 'failed' && failed.length === 0) return [`  failed: ${name} (could not run)`];
    return failed.map(({ fullName }) => `  failed: ${name}: ${fullName}`);
  });
  return lines.length > 0 ? ['', ...lines] : [];
}

/** What was left out, by name: it must not look as if it held. */
export function skipped(report, root) {
  const lines = (report?.testResults ?? []).flatMap((file) => {
    const name = file.name.replace(`${root.replace(/\/$/, '')}/`, '');
    const left = file.assertionResults.filter(({ status }) =>
      ['pending', 'skipped', 'todo'].includes(status),
    );
    return left.length === 0 ? [] : [`  not run: ${name}: ${left.length} tests`];
  });
  return lines.length > 0 ? ['', ...lines] : [];
}
