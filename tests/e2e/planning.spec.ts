import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { mondayOf, weekNumber } from "@/lib/time/iso-week";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { choose, expectDay } from "../support/e2e-controls";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";
import { addAbsence, addCover } from "../support/e2e-records";

/** Three executives, of whom one has an assistant who is away for a week and is covered on its first day. */
async function createSmallOffice() {
  const office = await createOffice({
    assistants: { ada: {}, bo: {}, cleo: {} },
    executives: { edith: { primary: "ada" }, ewan: { primary: "bo" }, zoe: { primary: "cleo", tier: 3 } },
  });
  const { days, assistants, executives } = office;
  const [from, to] = [days.dayOf(3, 1), days.dayOf(3, 5)];
  const absenceId = await addAbsence(assistants.ada, { from, to, status: "approved" });
  await addCover(executives.edith, assistants.bo, { from, absenceId });
  return office;
}

const ASSISTANTS = 16;
const EXECUTIVES = 40;

/** So many people and absences that a question about six weeks takes the planner some seconds. */
async function createLargeOffice() {
  const keys = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const office = await createOffice({
    assistants: Object.fromEntries(keys("a", ASSISTANTS).map((key) => [key, {}])),
    executives: Object.fromEntries(
      keys("e", EXECUTIVES).map((key, i) => [key, { primary: `a${i % ASSISTANTS}`, tier: 1 + (i % 5) }]),
    ),
  });
  const { days, assistants } = office;
  await Promise.all(
    Object.values(assistants).map((assistant, i) =>
      addAbsence(assistant, {
        from: days.dayOf(1 + (i % 6), 1),
        to: days.dayOf(1 + (i % 6), 5),
        status: "approved",
      }),
    ),
  );
  return office;
}

/** Makes the proposed plan of a pool look as it does while its proof goes on. */
async function searchOn(poolId: string): Promise<void> {
  const plan = await e2eDb().coveragePlan.findFirstOrThrow({
    where: { poolId, status: "proposed" },
    select: { id: true, createdById: true },
  });
  await e2eDb().run.create({
    data: {
      kind: "plan",
      key: plan.id,
      askedById: plan.createdById,
      heartbeatAt: new Date(Date.now() + 60_000),
      progress: { stage: "bound", gap: 0.01 },
    },
  });
}

/** Makes a manager's newest what-if answer look as it does while another node works it out; ends there once it is stopped. */
async function workElsewhere(askedById: string): Promise<{ end: () => Promise<void> }> {
  const where = { kind: "what_if", askedById };
  const { id } = await e2eDb().run.findFirstOrThrow({
    where,
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  await e2eDb().run.update({
    where: { id },
    data: {
      status: "running",
      endedAt: null,
      heartbeatAt: new Date(Date.now() + 60_000),
      progress: { step: "before", gap: null },
    },
    select: { id: true },
  });
  return {
    end: async () => {
      const data = { status: "stopped" as const, endedAt: new Date() };
      const { count } = await e2eDb().run.updateMany({ where: { id, stopAskedAt: { not: null } }, data });
      expect(count).toBe(1);
    },
  };
}

test("a plan is there at once, and its certificate comes by itself", async ({ page, signInAs }) => {
  const { days, manager } = await createSmallOffice();
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(3)}`);
  await page.getByRole("button", { name: "More ways to plan" }).click();
  await page.getByRole("menuitem", { name: /Replan from scratch/ }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan).toBeVisible({ timeout: 20_000 });
  await expect(plan.getByRole("status")).toHaveText(/No better plan|better is possible\.|not proven best/, {
    timeout: 30_000,
  });
  await plan.getByRole("button", { name: "Review plan" }).click();
  const review = page.getByRole("dialog", { name: "Plan for week" });
  await expect(review.getByRole("heading", { name: "What changes", exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
  await review.getByRole("button", { name: "Close" }).click();
  await plan.getByRole("button", { name: "Discard plan" }).click();
  await expect(plan).toBeHidden();
});

test("a manager asks what if somebody resigns, and shares the answer by its address", async ({
  page,
  signInAs,
}) => {
  const { days, manager, assistants } = await createSmallOffice();
  await signInAs(manager);
  await page.goto(`/manager/what-if?week=${days.week(3)}`);
  await page.getByText("An assistant resigns").click();
  await choose(page, "Assistant", assistants.bo.name);
  await page.getByRole("button", { name: "Add: An assistant resigns" }).click();
  await expect(page.getByText("An assistant resigns")).toBeFocused();
  await expect(page.getByRole("button", { name: "Add: An assistant resigns" })).toBeHidden();
  await expect(page.getByText(`Without ${assistants.bo.name} from`)).toBeVisible();
  const figures = page.getByRole("table", { name: "Figures before and after" });
  await expect(figures).toBeVisible({ timeout: 30_000 });
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  await expect(page).toHaveURL(/no_cover/);
  await expect(page.getByText("No cover on Fridays")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("heading", { name: /would stay open/ })).toBeVisible({ timeout: 30_000 });
  const shared = page.url();
  await page.goto(shared);
  await expect(page.getByText("No cover on Fridays")).toBeVisible();
  await expect(figures).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: /^Remove: No cover/ }).click();
  await expect(page.getByText("No cover on Fridays")).toBeHidden();
});

test("Escape ends the search for a better plan, from anywhere on the board", async ({ page, signInAs }) => {
  const { days, manager, poolId, executives } = await createSmallOffice();
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(3)}`);
  await page.getByRole("button", { name: "More ways to plan" }).click();
  await page.getByRole("menuitem", { name: /Replan from scratch/ }).click();
  const plan = page.getByRole("region", { name: "Proposed plan" });
  await expect(plan.getByRole("status")).toHaveText(/No better plan|better is possible\.|not proven best/, {
    timeout: 30_000,
  });
  await searchOn(poolId);
  await page.reload();
  const stop = plan.getByRole("button", { name: "Stop, keep this plan" });
  await expect(stop).toBeVisible();
  await page.getByRole("button", { name: "Find an executive" }).click();
  await page.getByRole("textbox", { name: "Find an executive" }).press("Escape");
  const slot = page.getByRole("gridcell", { name: new RegExp(`^${executives.edith.name}, Mon`) }).first();
  await slot.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.press("Escape");
  await expect(help).toBeHidden();
  await expect(stop).toBeVisible();
  await slot.press("Escape");
  await expect(stop).toBeHidden();
  await plan.getByRole("button", { name: "Discard plan" }).click();
});

test("a what-if question is stopped by Escape, keeps what was asked, and goes on when told to", async ({
  page,
  signInAs,
}) => {
  const { days, manager } = await createLargeOffice();
  await signInAs(manager);
  await page.goto(`/manager/what-if?week=${days.week(1)}&weeks=6`);
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  const figures = page.getByRole("table", { name: "Figures before and after" });
  await expect(figures).toBeVisible({ timeout: 30_000 });
  const work = await workElsewhere(manager.userId);
  await page.reload();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await page.locator("body").press("Escape");
  const resume = page.getByRole("button", { name: "Calculate" });
  await expect(resume).toBeVisible();
  await expect(page.getByText("No cover on Fridays")).toBeVisible();
  await work.end();
  await page.reload();
  await resume.click();
  await expect(figures).toBeVisible({ timeout: 30_000 });
});

test("a what-if question works before JavaScript, on a phone", async ({
  browser,
  baseURL,
  context,
  signInAs,
}) => {
  const { days, manager } = await createSmallOffice();
  await signInAs(manager);
  const plain = await browser.newContext({
    baseURL: baseURL ?? "",
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    viewport: { width: 320, height: 720 },
  });
  const page = await plain.newPage();
  await page.goto(`/manager/what-if?week=${days.week(3)}&weeks=1`);
  await page.getByText("No cover on a weekday").click();
  await page.getByRole("button", { name: "Add: No cover on a weekday" }).click();
  await expect(page.getByRole("table", { name: "Figures before and after" })).toBeVisible({
    timeout: 30_000,
  });
  await expectNoOverflow(page);
  await plain.close();
});

test("an assistant sees whom leave would leave, and a week chosen fills the form", async ({
  page,
  signInAs,
}) => {
  const { days, assistants } = await createSmallOffice();
  const week = days.weekWithinMonth;
  await signInAs(assistants.bo);
  await page.goto("/assistant/absences");
  await expect(page.getByRole("heading", { name: "Leave without gaps" })).toBeVisible();
  await expectDay(page, "First day away", days.workday);
  await page.getByRole("link", { name: `Week ${weekNumber(week)}, all days you work` }).click();
  const [from, to] = [mondayOf(week), addDays(mondayOf(week), 4)];
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${to}`));
  await expectDay(page, "First day away", from);
  await expectDay(page, "Last day away", to);
  await expect(page.getByText("Every executive you support would be covered")).toBeVisible();
});

test("what if and the leave preview are readable for everybody, on a small phone in the dark", async ({
  page,
  context,
  baseURL,
  signInAs,
}) => {
  const { days, manager, assistants } = await createSmallOffice();
  await page.emulateMedia({ colorScheme: "dark" });
  await context.addCookies([{ name: "locale", value: "sv", url: baseURL }]);
  await page.setViewportSize({ width: 320, height: 720 });
  await signInAs(manager);
  await page.goto(`/manager/what-if?week=${days.week(3)}&weeks=1&change=no_cover:5`);
  const figures = page.getByRole("table", { name: "Siffror före och efter" });
  await expect(figures).toBeVisible({ timeout: 30_000 });
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
  await signInAs(assistants.bo);
  await page.goto("/assistant/absences");
  await expect(page.getByRole("table", { name: monthName(days.today) })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoOverflow(page);
});

/** The month of a day as a Swedish page heads it. */
function monthName(on: Day): string {
  const words = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("sv-SE", words).format(dayToDate(on));
}
