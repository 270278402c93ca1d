import { afterAll, beforeAll, describe } from "vitest";
import { DEMO_TIMEOUT_MS, type DemoDatabase, openDemo } from "../support/demo";
import { itKeepsTheRules } from "../support/demo-rules";

describe.each([
  ["an ordinary week", "demo_autumn", "2026-11-10T09:00:00Z"],
  ["midsummer", "demo_summer", "2027-06-16T09:00:00Z"],
  ["the Sunday night before Christmas", "demo_christmas", "2026-12-20T23:30:00Z"],
  ["the last day of a year", "demo_last_day", "2026-12-31T22:30:00Z"],
  ["the night the clocks go forward", "demo_spring", "2027-03-28T01:30:00Z"],
  ["the night the clocks go back", "demo_october", "2026-10-25T00:30:00Z"],
  ["a leap day", "demo_leap_day", "2028-02-29T12:00:00Z"],
])("the demo office of %s", (_, name, time) => {
  let demo: DemoDatabase;
  beforeAll(async () => {
    demo = await openDemo(name, new Date(time));
  }, DEMO_TIMEOUT_MS);
  afterAll(async () => demo?.db.$disconnect());

  itKeepsTheRules(() => demo);
});
