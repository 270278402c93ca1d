import type { Page } from "@playwright/test";
import { test as base, expect } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice, type OfficePerson } from "../support/e2e-office";
import { addAbsence } from "../support/e2e-records";
import { createRoles } from "../support/factories/schedules";
import { mintSessionCookie } from "../support/session-cookie";

/** What others do is there within a second; a busy machine is given three. */
const SOON = { timeout: 3_000 };

type OpenFor = (person: OfficePerson, path: string) => Promise<Page>;

const test = base.extend<{ openFor: OpenFor }>({
  /** Another person at a browser of their own, whose connections another process may answer. */
  openFor: async ({ browser, baseURL }, use) => {
    await use(async ({ email }, path) => {
      const context = await browser.newContext({ baseURL, locale: "en-GB" });
      const { name, value } = await mintSessionCookie(email);
      await context.addCookies([{ name, value, url: baseURL ?? "", httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      await page.goto(path);
      await page.waitForLoadState("networkidle").catch(() => undefined);
      return page;
    });
  },
});

function createPair() {
  return createOffice({ assistants: { ada: {} }, executives: { edith: { primary: "ada" } } });
}

async function ask(page: Page, words: string): Promise<void> {
  await page.getByLabel("What do you need?").fill(words);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText(words).first()).toBeVisible();
}

test("a request is in its manager's list at once, with the name of who asked", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { manager, executives } = await createPair();
  await signInAs(manager);
  await page.goto("/manager/requests?show=open");
  const asking = await openFor(executives.edith, "/executive");
  await ask(asking, "Flowers for the jubilee");
  await expect(page.getByText("Flowers for the jubilee")).toBeVisible(SOON);
  await expect(page.getByText("Edith, just now")).toBeVisible();
  await expect(page.getByText("Edith, just now")).toBeHidden();
});

test("a board shows at once what another manager gave, and who else looks at it", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { days, manager, secondManager, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" } },
  });
  const on = days.dayOf(2, 3);
  await addAbsence(assistants.ada, { from: on, status: "approved" });
  await signInAs(manager);
  await page.goto(`/manager/coverage?week=${days.week(2)}`);
  const gaps = page.getByRole("gridcell", { name: new RegExp(`^${executives.edith.name}.*: gap`) });
  await expect(gaps.first()).toBeVisible();
  const other = await openFor(secondManager, `/manager/coverage?week=${days.week(2)}`);
  await expect(page.getByText(`${secondManager.name} is here`)).toBeVisible();
  const body = {
    executiveId: executives.edith.id,
    assistantId: assistants.bo.id,
    from: on,
    fromPart: "am",
    to: on,
    toPart: "pm",
  };
  const status = await other.evaluate(async (given) => {
    const headers = { "Content-Type": "application/json" };
    return (
      await fetch("/api/v1/coverage/assignments", { method: "POST", headers, body: JSON.stringify(given) })
    ).status;
  }, body);
  expect(status).toBe(201);
  await expect(gaps).toHaveCount(0, SOON);
  await other.close();
  await expect(page.getByText(`${secondManager.name} is here`)).toBeHidden({ timeout: 20_000 });
});

test("a schedule says who else looks at the week, and shows at once what they drafted", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { poolId, days, manager, secondManager, assistants } = await createOffice({
    assistants: { ada: {} },
  });
  const { phones } = await createRoles(e2eDb());
  const address = `/manager/schedule?pool=${poolId}&week=${days.week(2)}`;
  await signInAs(manager);
  await page.goto(address);
  const other = await openFor(secondManager, address);
  await expect(page.getByText(`${secondManager.name} is here`)).toBeVisible();
  const shift = { poolId, assistantId: assistants.ada.id, on: days.dayOf(2, 3), roleId: phones };
  const status = await other.evaluate(
    async (given) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch("/api/v1/shifts", { method: "POST", headers, body: JSON.stringify(given) })).status;
    },
    { ...shift, startMinute: 480, endMinute: 720 },
  );
  expect(status).toBe(201);
  await expect(
    page.getByRole("gridcell", { name: new RegExp(`^${assistants.ada.name}.*08–12, Phones, Draft`) }),
  ).toBeVisible(SOON);
  await other.goto(`/manager/coverage?pool=${poolId}&week=${days.week(2)}`);
  await expect(page.getByText(`${secondManager.name} is here`)).toBeHidden({ timeout: 20_000 });
});

test("a page that lost its line catches up, in every tab, over one stream", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { manager, executives } = await createPair();
  await signInAs(executives.edith);
  await page.goto("/executive");
  const first = await openFor(manager, "/manager/requests?show=open");
  const streams: string[] = [];
  first.context().on("request", (request) => {
    if (request.headers().accept === "text/event-stream") streams.push(request.url());
  });
  const second = await first.context().newPage();
  await second.goto("/manager/requests?show=open");
  await ask(page, "A table for four");
  await expect(first.getByText("A table for four")).toBeVisible(SOON);
  await expect(second.getByText("A table for four")).toBeVisible(SOON);
  expect(streams).toEqual([]);
  await first.context().setOffline(true);
  await ask(page, "A table for six");
  await expect(second.getByText("A table for four")).toBeVisible();
  await first.context().setOffline(false);
  await expect(second.getByText("A table for six")).toBeVisible();
  await expect(first.getByText("A table for six")).toBeVisible();
});

test("an open page keeps no session alive, and is left when it has ended", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { manager, executives } = await createPair();
  await signInAs(manager);
  await page.goto("/manager/requests?show=open");
  const where = { userId: manager.userId };
  const before = new Date(Date.now() - 5 * 60_000);
  await e2eDb().session.updateMany({ where, data: { lastSeenAt: before } });
  const asking = await openFor(executives.edith, "/executive");
  await ask(asking, "A quiet room");
  await expect(page.getByText("A quiet room")).toBeVisible(SOON);
  expect(await e2eDb().session.findFirst({ where, select: { lastSeenAt: true } })).toEqual({
    lastSeenAt: before,
  });
  await e2eDb().session.updateMany({ where, data: { revokedAt: new Date() } });
  await expect(page).toHaveURL(/sign-in\?next=%2Fmanager%2Frequests/, { timeout: 30_000 });
});

test("what is typed stays on a page drawn anew, and writes over no change its person has not seen", async ({
  page,
  openFor,
  signInAs,
}) => {
  const { manager, executives, poolId, poolName } = await createPair();
  await signInAs(manager);
  await page.goto(`/manager/pools/${poolId}`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill(`${poolName} North`);
  await e2eDb().pool.update({
    where: { id: poolId },
    data: { confirmsAccepted: false, version: { increment: 1 } },
  });
  const asking = await openFor(executives.edith, "/executive");
  await e2eDb().supportAssignment.deleteMany({ where: { executiveId: executives.edith.id } });
  await ask(asking, "Somebody for the door");
  await expect(page.getByRole("link", { name: /Requests.*1/ }).first()).toBeVisible();
  await expect(name).toHaveValue(`${poolName} North`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/changed this while you were working/)).toBeVisible();
});
