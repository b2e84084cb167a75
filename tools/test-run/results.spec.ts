import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { allPassed, forgetResult, readResult, summaryOf, type ProjectResult } from './results.ts';

const file = join(temporaryFolder(), 'test-results.json');
const test = (fullName: string, status: string) => ({ fullName, status });

function write(report: object): ProjectResult {
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], ...report }),
  );
  return readResult('@accord/intake', file);
}

describe('the result of a project', () => {
  it('counts its tests and names those that failed', () => {
    const testResults = [
      { name: '/a.spec.ts', status: 'passed', assertionResults: [test('a', 'passed')] },
      { name: '/b.spec.ts', status: 'failed', assertionResults: [test('b works', 'failed'), test('c', 'passed')] },
    ];
    expect(write({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      project: '@accord/intake',
      passed: 2,
      failed: 1,
      skipped: 0,
      failures: ['b works'],
    });
  });

  it('counts a file that does not load, though it has no test', () => {
    const testResults = [{ name: '/broken.spec.ts', status: 'failed', assertionResults: [] }];
    expect(write({ testResults })).toMatchObject({ failed: 1, failures: ['/broken.spec.ts could not be run'] });
  });

  it.each(['', '{}', '{"numPassedTests":"many"}'])('is a failure when it says nothing: %j', (text) => {
    writeFileSync(file, text);
    expect(readResult('@accord/intake', file)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is a failure when it is an earlier run’s', () => {
    write({ numPassedTests: 5 });
    forgetResult(file);
    expect(readResult('@accord/intake', file)).toMatchObject({
      passed: 0,
      failed: 1,
      failures: ['no result: its tests did not run'],
    });
  });
});

describe('the sum', () => {
  const result = (passed: number, failed: number, skipped = 0): ProjectResult => ({
    project: 'p',
    passed,
    failed,
    skipped,
    failures: Array.from({ length: failed }, (_, index) => `test ${index}`),
  });

  it('is the plain last line', () => expect(summaryOf([result(3, 0), result(4, 0)])).toBe('7 passed, 0 failed'));
  it('comes after what failed', () => expect(summaryOf([result(3, 1)])).toBe('FAILED p: test 0\n3 passed, 1 failed'));
  it('does not hide what was skipped', () =>
    expect(summaryOf([result(3, 0, 2)])).toBe('3 passed, 0 failed, 2 skipped'));
  it('is good only if something ran and nothing failed', () => {
    expect(allPassed([result(1, 0)])).toBe(true);
    expect(allPassed([result(1, 0), result(0, 1)])).toBe(false);
    expect(allPassed([])).toBe(false);
  });
});
