import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice, type OfficePerson } from "../support/e2e-office";
import { addAbsence, addCover } from "../support/e2e-records";
import { createRequest } from "../support/factories/requests";

/** What a page is pressed, typed into or left by; paper has none of it. */
const CONTROLS = ["button", "textbox", "searchbox", "combobox", "checkbox", "navigation", "search"] as const;

async function expectPrinted(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const role of CONTROLS) await expect(page.getByRole(role), `${role} on ${path}`).toHaveCount(0);
  await expect(page.getByText(heading).locator("visible=true").first(), path).toBeVisible();
  await expect(page.getByText(/^Standby, printed /), path).toBeVisible();
  const paper = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(paper, path).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
  expect(await pageCount(page), `pages of ${path}`).toBe(1);
  await page.emulateMedia({ media: null, colorScheme: null });
}

async function pageCount(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("the board, the time off calendar and a request are printed without anything to press", async ({
  page,
  signInAs,
}) => {
  const { days, manager, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" } },
  });
  await addAbsence(assistants.ada, { from: days.today, status: "approved" });
  const summary = "Book a table for six";
  const filed = { summary, executiveId: executives.edith.id, createdById: executives.edith.userId };
  const request = await createRequest(e2eDb(), filed);
  await signInAs(manager);
  await expectPrinted(page, "/manager/coverage", /^Week \d+/);
  await expectPrinted(page, "/manager/wallchart", "Time off calendar");
  await expectPrinted(page, `/manager/requests/${request.id}`, summary);
});

test("a busy week is printed on one page, with everybody by name", async ({ page, signInAs }) => {
  const own = ["olga", "otto", "odd", "oda", "olle", "oona"];
  const others = ["ewa", "eli", "eva", "emil", "enar", "elsa"];
  const { days, assistants, executives } = await createOffice<"ada" | "bo", string>({
    assistants: { ada: {}, bo: {} },
    executives: Object.fromEntries([
      ...own.map((name) => [name, { primary: "ada" as const }]),
      ...others.map((name) => [name, { primary: "bo" as const }]),
    ]),
  });
  const [from, to] = [days.dayOf(1, 1), days.dayOf(2, 5)];
  const absenceId = await addAbsence(assistants.bo, { from, to, status: "approved" });
  for (const name of others)
    await addCover(executives[name] as OfficePerson, assistants.ada, { from, to, absenceId });
  await signInAs(assistants.ada);
  await expectPrinted(page, "/assistant/week", /^Week \d+/);
  await page.emulateMedia({ media: "print" });
  for (const name of [...own, ...others])
    await expect(
      page
        .getByText((executives[name] as OfficePerson).name)
        .locator("visible=true")
        .last(),
    ).toBeVisible();
});

test("an assistant's week is printed on one page", async ({ page, signInAs }) => {
  const { assistants } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" } },
  });
  await signInAs(assistants.ada);
  await expectPrinted(page, "/assistant/week", /^Week \d+/);
});
