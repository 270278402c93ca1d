import { readFile } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import type { Outcome } from "./stages";

/** How many lines of a failure are repeated, and of the page as it was. */
const FIRST_LINES = 12;
const LINES_OF_PAGE = 60;

function failure(title: string, message: string): string {
  const lines = stripVTControlCharacters(message).trim().split("\n").slice(0, FIRST_LINES);
  return [title, ...lines.map((line) => `  ${line}`)].join("\n");
}

type VitestReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  numTodoTests?: number;
  testResults?: VitestFile[];
};
type VitestFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
};

/** Reads what vitest's JSON reporter wrote; a file that could not be run is a failure too. */
export async function readVitest(path: string): Promise<Outcome> {
  const report = JSON.parse(await readFile(path, "utf8")) as VitestReport;
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  return {
    counts: { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    failures: (report.testResults ?? []).flatMap(failuresOfFile),
  };
}

function failuresOfFile({ name, status, message, assertionResults }: VitestFile): string[] {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [failure(name, message)] : [];
  return failed.map(({ fullName, failureMessages }) =>
    failure(`${name} > ${fullName}`, (failureMessages ?? []).join("\n")),
  );
}

type PlaywrightReport = { stats: Record<string, number>; suites?: PlaywrightSuite[] };
type PlaywrightSuite = { suites?: PlaywrightSuite[]; specs?: PlaywrightSpec[] };
type PlaywrightSpec = {
  file: string;
  title: string;
  tests: { status: string; results: PlaywrightResult[] }[];
};
type PlaywrightResult = { errors?: { message?: string }[]; attachments?: { name: string; path?: string }[] };

/** Reads what Playwright's JSON reporter wrote; a flaky test counts as failed. */
export async function readPlaywright(path: string): Promise<Outcome> {
  const { stats, suites = [] } = JSON.parse(await readFile(path, "utf8")) as PlaywrightReport;
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return {
    counts: { passed: expected, failed: unexpected + flaky, skipped },
    failures: (await Promise.all(suites.map(failuresOfSuite))).flat(),
  };
}

async function failuresOfSuite({ suites = [], specs = [] }: PlaywrightSuite): Promise<string[]> {
  const failed = specs.filter(({ tests }) =>
    tests.some(({ status }) => status === "unexpected" || status === "flaky"),
  );
  const own = failed.map(async ({ file, title, tests }) => {
    const results = tests.flatMap((one) => one.results);
    const errors = results.flatMap(({ errors = [] }) => errors);
    const words = failure(`${file} > ${title}`, errors.map(({ message }) => message ?? "").join("\n"));
    return [words, ...(await pagesOf(results))].join("\n");
  });
  return (await Promise.all([...own, ...suites.map(failuresOfSuite)])).flat();
}

/** What stood on the page where a test failed, for a failure that comes on other machines alone. */
async function pagesOf(results: readonly PlaywrightResult[]): Promise<string[]> {
  const paths = results.flatMap(({ attachments = [] }) =>
    attachments.flatMap(({ name, path }) => (name === "error-context" && path ? [path] : [])),
  );
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8").catch(() => "")));
  return texts.flatMap((text) => {
    const [, page = ""] = /# Page snapshot\s+```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    const lines = page.trimEnd().split("\n");
    const main = lines.findIndex((line) => /^\s*- main\b/.test(line));
    return lines
      .slice(Math.max(main, 0))
      .slice(0, LINES_OF_PAGE)
      .map((line) => `  ${line}`);
  });
}
