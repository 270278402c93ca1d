import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice, type OfficePerson } from "../support/e2e-office";

const PASSWORD = "a dozen letters and more";

test("the menu of a manager opens within Coverage, marks the page, and leaves out what the pool hides", async ({
  page,
  signInAs,
}) => {
  const { manager, poolId } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/workload");
  const menu = page.getByRole("navigation", { name: "Main menu" });
  await expect(menu.getByRole("link", { name: "Workload" })).toHaveAttribute("aria-current", "page");
  await menu.getByRole("link", { name: "Backup coverage" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Backup coverage" })).toBeVisible();
  await menu.getByRole("link", { name: "Settings" }).click();
  await expect(menu.getByRole("link", { name: "Backup coverage" })).toHaveCount(0);
  await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
  await page.getByRole("checkbox", { name: "Handovers" }).check();
  await page.getByRole("button", { name: "Save pool" }).click();
  await expect(menu.getByRole("link", { name: "Handovers" })).toHaveCount(0);
  await page.goto("/manager/handovers");
  await expect(page.getByRole("heading", { level: 1, name: "Handovers" })).toBeVisible();
  const { hiddenPlaces } = await e2eDb().pool.findUniqueOrThrow({ where: { id: poolId } });
  expect(hiddenPlaces).toEqual(["handovers"]);
});

test("⌘K finds a person by the beginnings of words, a page and an action, by keyboard alone", async ({
  page,
  signInAs,
}) => {
  const { manager, executives } = await createOffice({ executives: { ada: {} } });
  const { id, name } = executives.ada;
  await signInAs(manager);
  await page.goto("/manager/requests");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or go to a page" });
  await expect(field).toBeFocused();
  await field.fill(name.split(" ").reverse().join(" ").toLowerCase());
  await expect(page.getByRole("option", { name })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/manager/executives/${id}`);
  await page.keyboard.press("Control+k");
  await field.fill("record");
  await expect(page.getByRole("option", { name: "Record time off" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await field.fill("time calendar");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/manager/wallchart");
});

test("an executive finds nobody by ⌘K, and is refused the search of managers", async ({ page, signInAs }) => {
  const { executives, assistants } = await createOffice({ executives: { ada: {} }, assistants: { bo: {} } });
  await signInAs(executives.ada);
  await page.goto("/executive/requests");
  await page.keyboard.press("Control+k");
  const surname = assistants.bo.name.split(" ").at(-1) ?? "";
  await page.getByRole("combobox").fill(surname);
  await expect(page.getByText(`No match for “${surname}”.`)).toBeVisible();
  const asked = await page.request.get(`/api/search?area=manager&q=${surname}`);
  expect(asked.status()).toBe(404);
});

test("? lists the keys of the page before those of every page", async ({ page, signInAs }) => {
  const { manager } = await createOffice();
  await signInAs(manager);
  await page.goto("/manager/wallchart");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByRole("heading", { level: 3 })).toHaveText(["Time off calendar", "Everywhere"]);
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("four places stand below, the rest is behind More, and Coverage has its tabs", async ({
    page,
    signInAs,
  }) => {
    const { manager } = await createOffice();
    await signInAs(manager);
    await page.goto("/manager/workload");
    const tabs = page.getByRole("navigation", { name: "Pages of Coverage" });
    await expect(tabs.getByRole("link")).toHaveText([
      "Week",
      "Monday brief",
      "Workload",
      "Backup coverage",
      "What if?",
    ]);
    await expect(tabs.getByRole("link", { name: "Workload" })).toHaveAttribute("aria-current", "page");
    await expectNoOverflow(page);
    await page.getByRole("navigation", { name: "Main menu" }).getByRole("button", { name: "More" }).click();
    const more = page.getByRole("dialog", { name: "Menu" });
    await expect(more.getByRole("link", { name: "Notices" })).toBeVisible();
    await expectNoAxeViolations(page);
    await more.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(more).toBeHidden();
    await expectNoOverflow(page);
  });
});

test.describe("signing in by the form", () => {
  async function enter(page: Page, { userId, email }: OfficePerson) {
    const passwordHash = await hash(PASSWORD);
    await e2eDb().user.update({ where: { id: userId }, data: { passwordHash } });
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  test("leads straight home, without a page in between", async ({ page }) => {
    const { assistants } = await createOffice({ assistants: { bo: {} } });
    const paths: string[] = [];
    page.on("framenavigated", (frame) => paths.push(new URL(frame.url()).pathname));
    await page.goto("/sign-in");
    await enter(page, assistants.bo);
    await expect(page).toHaveURL("/assistant/week");
    expect([...new Set(paths)]).toEqual(["/sign-in", "/assistant/week"]);
  });

  test("leads back to the page one came for", async ({ page }) => {
    const { manager } = await createOffice();
    await page.goto("/manager/coverage/stand-ins");
    await enter(page, manager);
    await expect(page.getByRole("heading", { level: 1, name: "Backup coverage" })).toBeVisible();
  });
});
