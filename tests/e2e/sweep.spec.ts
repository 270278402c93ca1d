import type { Page } from "@playwright/test";
import { isDeep } from "../support/deep";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";
import { addAbsence, addAskedHandover, addCover } from "../support/e2e-records";

type Look = { theme: "light" | "dark"; locale: "en" | "sv"; width: number };

const LOOKS: Look[] = (["light", "dark"] as const).flatMap((theme) =>
  (["en", "sv"] as const).flatMap((locale) => [1280, 360].map((width) => ({ theme, locale, width }))),
);
const HEIGHT = 900;
/** What a link leads to and is no page: a file, a feed, a document. */
const NO_PAGE = /^\/(api|samples|sign-in|developers)|\/csv\b|\.\w+$/;

test.describe.configure({ timeout: isDeep ? 900_000 : 240_000 });

/** An office with something on each page: leave to decide, gaps, cover, and what waits. */
async function createBusyOffice() {
  const office = await createOffice({
    assistants: { ada: {}, bo: {}, cleo: {} },
    executives: { edith: { primary: "ada" }, ewan: { primary: "bo" } },
    isAdministered: true,
  });
  const { assistants, executives, days } = office;
  const [from, to] = [days.dayOf(1, 2), days.dayOf(1, 3)];
  const away = await addAbsence(assistants.ada, { from, to, status: "approved" });
  await addAbsence(assistants.bo, { from: days.dayOf(2, 4), to: days.dayOf(2, 5), status: "requested" });
  await addCover(executives.edith, assistants.cleo, { from, to, absenceId: away });
  return office;
}

/** A path without what tells one record or week from another: pages of one kind are looked at once. */
function kindOf(path: string): string {
  const { pathname, search } = new URL(path, "http://any");
  const names = [...new URLSearchParams(search).keys()].sort().join();
  return `${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/\/(page|fund)\/.*$/, "")} ${names}`;
}

async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href^='/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.filter((href) => !NO_PAGE.test(href));
}

/** Pages of one path that differ by what is chosen on them: so many are looked at where there is little time. */
const MOST_OF_A_PATH = isDeep ? Number.POSITIVE_INFINITY : 1;

type Sweep = { from: string; within?: (path: string) => boolean };

/** Follows every link from a page on; each kind of page is looked at in the next way, or in all of them when there is time. */
async function sweep(
  page: Page,
  baseURL: string | undefined,
  { from, within = () => true }: Sweep,
): Promise<string[]> {
  const seen = new Map<string, string>();
  const waiting = [from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const [pathname] = kind.split(" ");
    const known = [...seen.keys()].filter((one) => one.split(" ")[0] === pathname);
    if (known.includes(kind) || known.length >= MOST_OF_A_PATH) continue;
    const looks = isDeep ? LOOKS : [LOOKS[seen.size % LOOKS.length] as Look];
    seen.set(kind, path);
    for (const look of looks) {
      await page
        .context()
        .addCookies(
          (["theme", "locale"] as const).map((name) => ({ name, value: look[name], url: baseURL })),
        );
      await page.setViewportSize({ width: look.width, height: HEIGHT });
      const answer = await page.goto(path);
      expect(answer?.status(), `the answer of ${path}`).toBeLessThan(400);
      await expect(page.locator("main")).toBeVisible();
      await expectNoAxeViolations(page);
      await expectNoOverflow(page);
    }
    waiting.push(...(await linksOn(page)).filter(within));
  }
  return [...seen.keys()];
}

const TIME_OFF = /^\/manager\/(absences|wallchart)/;
const COVERAGE = /^\/manager\/(coverage|workload|what-if)/;
const SCHEDULE = /^\/manager\/schedule/;
const REQUESTS = /^\/manager\/requests/;
const GROWING = /^\/manager\/(training|hiring)/;
/** A manager has so many pages that they are looked at in parts, side by side. */
const PARTS = [
  { name: "coverage", from: "/manager/coverage", within: (path) => COVERAGE.test(path), least: 4 },
  { name: "time off", from: "/manager/absences", within: (path) => TIME_OFF.test(path), least: 4 },
  { name: "schedule", from: "/manager/schedule", within: (path) => SCHEDULE.test(path), least: 1 },
  { name: "requests", from: "/manager/requests", within: (path) => REQUESTS.test(path), least: 4 },
  { name: "training and hiring", from: "/manager/training", within: (path) => GROWING.test(path), least: 4 },
  {
    name: "people and settings",
    from: "/manager/settings",
    within: (path) =>
      path.startsWith("/manager") &&
      ![COVERAGE, TIME_OFF, SCHEDULE, REQUESTS, GROWING].some((one) => one.test(path)),
    least: 8,
  },
  { name: "administration", from: "/admin", within: (path) => path.startsWith("/admin"), least: 3 },
] satisfies (Sweep & { name: string; least: number })[];

for (const { name, least, ...part } of PARTS)
  test(`every page of a manager who administers can be read by everybody: ${name}`, async ({
    page,
    baseURL,
    signInAs,
  }) => {
    const { manager } = await createBusyOffice();
    await signInAs(manager);
    const pages = await sweep(page, baseURL, part);
    expect(pages.length, pages.join("\n")).toBeGreaterThanOrEqual(least);
  });

test("every page of an assistant can be read by everybody", async ({ page, baseURL, signInAs }) => {
  const { assistants, executives, days } = await createBusyOffice();
  const [owner, cover] = [assistants.ada, assistants.cleo];
  await addAskedHandover(executives.ewan, { owner, cover, on: days.dayOf(2, 1) });
  await signInAs(assistants.cleo);
  const pages = await sweep(page, baseURL, { from: "/assistant/week" });
  expect(pages.length, pages.join("\n")).toBeGreaterThan(8);
});

test("every page of an executive can be read by everybody", async ({ page, baseURL, signInAs }) => {
  const { executives } = await createBusyOffice();
  await signInAs(executives.edith);
  const pages = await sweep(page, baseURL, { from: "/executive" });
  expect(pages.length, pages.join("\n")).toBeGreaterThan(3);
});
