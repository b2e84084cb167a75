import { readFileSync, rmSync } from 'node:fs';

/** What one project's tests came to. */
export interface ProjectResult {
  readonly project: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, in words: a test's full name, or a file that could not be run. */
  readonly failures: readonly string[];
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Removes what an earlier run left, so that it is not counted again. */
export function forgetResult(file: string): void {
  rmSync(file, { force: true });
}

/** A project that left no result, or none that can be read, counts as one failure: its tests did not run. */
export function readResult(project: string, file: string): ProjectResult {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isReport(report)) return resultOf(project, report);
  } catch {
    // As for a report that is none.
  }
  return { project, passed: 0, failed: 1, skipped: 0, failures: ['no result: its tests did not run'] };
}

/** jest counts a file that does not even load as no test at all; here it is a failure. */
function resultOf(project: string, report: JestReport): ProjectResult {
  const failedFiles = report.testResults.filter(({ status }) => status === 'failed');
  const broken = failedFiles.filter(({ assertionResults }) =>
    assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failedTests = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  return {
    project,
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
    failures: [...failedTests.map(({ fullName }) => fullName), ...broken.map(({ name }) => `${name} could not be run`)],
  };
}

function isReport(value: unknown): value is JestReport {
  if (typeof value !== 'object' || value === null) return false;
  if (!('numPassedTests' in value) || !('numFailedTests' in value) || !('numPendingTests' in value)) return false;
  const counts = [value.numPassedTests, value.numFailedTests, value.numPendingTests];
  return (
    counts.every((count) => typeof count === 'number') && 'testResults' in value && Array.isArray(value.testResults)
  );
}

/** The last words of a run: what failed, then the plain line `N passed, N failed`, with what was skipped if anything was. */
export function summaryOf(results: readonly ProjectResult[]): string {
  const sum = (count: (result: ProjectResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const skipped = sum((result) => result.skipped);
  const failures = results.flatMap(({ project, failures: names }) => names.map((name) => `FAILED ${project}: ${name}`));
  const line = `${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`;
  return [...failures, skipped > 0 ? `${line}, ${skipped} skipped` : line].join('\n');
}

export function allPassed(results: readonly ProjectResult[]): boolean {
  return results.length > 0 && results.every(({ failed }) => failed === 0);
}
