// A file that failed among others runs once more, alone and with the seed it drew, so that what a busy machine was too slow
// for does not fail a run, and a fault does. What passes only then is named: it is work to do.

// More than this is no matter of a busy machine.
const MOST_FILES = 6;

/** The names of the files to run again; none where nothing failed or too much did. */
export function filesToRunAgain(report) {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed');
  return failed.length > MOST_FILES ? [] : failed.map(({ name }) => name);
}

/** The report with the results of the second run in place of the first of the same file. */
export function withSecondRun(report, second) {
  const again = new Map((second?.testResults ?? []).map((file) => [file.name, file]));
  const results = report.testResults.map((file) => again.get(file.name) ?? file);
  const count = (status) =>
    results.reduce(
      (sum, { assertionResults }) => sum + assertionResults.filter((each) => each.status === status).length,
      0,
    );
  const couldNotRun = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((each) => each.status === 'failed');
  return {
    ...report,
    testResults: results,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numRuntimeErrorTestSuites: results.filter(couldNotRun).length,
  };
}

/** A line for each file that passed only alone. */
export function passedAlone(before, after, root) {
  const isGood = new Set(
    after.testResults.filter(({ status }) => status === 'passed').map(({ name }) => name),
  );
  const lines = before.testResults
    .filter(({ status, name }) => status === 'failed' && isGood.has(name))
    .map(({ name }) => `  passed only when it ran alone: ${name.replace(`${root.replace(/\/$/, '')}/`, '')}`);
  return lines.length > 0 ? ['', ...lines] : [];
}
