import { format } from "node:util";
import { afterEach, beforeEach, vi } from "vitest";

let complaints: string[] = [];
let environment = { ...process.env };
const RealDate = Date;

beforeEach(() => {
  complaints = [];
  environment = { ...process.env };
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    complaints.push(format(...words));
  });
});

afterEach(() => {
  const left = leftBehind();
  putBack();
  if (left.length > 0) throw new Error(`The test left behind: ${left.join(", ")}.`);
  if (complaints.length) throw new Error(`console.error was called:\n${complaints.join("\n")}`);
});

/** What a test must put back, because the files of a worker share one process. */
function leftBehind(): string[] {
  const names = new Set([...Object.keys(environment), ...Object.keys(process.env)]);
  const changed = [...names].filter((name) => environment[name] !== process.env[name]);
  return [
    ...(vi.isFakeTimers() || Date !== RealDate ? ["a faked clock"] : []),
    ...changed.map((name) => `the environment variable ${name}`),
  ];
}

function putBack(): void {
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}
