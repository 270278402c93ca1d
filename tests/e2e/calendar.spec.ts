import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import { addDays, type Day } from "@/lib/time/day";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { choose } from "../support/e2e-controls";
import { createOffice } from "../support/e2e-office";
import { addAbsence } from "../support/e2e-records";

/** More people than the wallchart draws at once. */
const MANY = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`z${i + 1}`, {}]));

test("a manager reads the wallchart by month and year, narrows it, and prints it", async ({
  page,
  signInAs,
}) => {
  const { days, manager, assistants } = await createOffice({ assistants: { ada: {}, ...MANY } });
  const { ada } = assistants;
  const { name } = ada;
  await addAbsence(ada, { from: days.today, status: "approved" });
  await signInAs(manager);
  await page.goto("/manager/wallchart");
  const grid = page.getByRole("grid", { name: "Time off calendar" });
  await expect(grid.getByRole("gridcell", { name: new RegExp(`^${name}: Annual leave`) })).toBeVisible();

  await page.locator("summary", { hasText: "Filter" }).click();
  await page.getByRole("textbox", { name: "Assistant" }).fill(name);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/q=/);
  await expect(grid.getByRole("rowheader")).toHaveText([name]);

  await page.getByRole("link", { name: "Year", exact: true }).click();
  await expect(page).toHaveURL(/span=year.*q=/);
  await expect(grid.getByRole("columnheader", { name: "Jan" })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.locator("summary", { hasText: "Filter" }).click();
  await page.getByRole("link", { name: "Show everyone" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(grid.getByRole("rowheader")).toHaveCount(41);
  const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
  expect(await page.evaluate(isTooWide)).toBe(false);
});

test("the wallchart is gone through with the keyboard, from one stop", async ({ page, signInAs }) => {
  const { manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  await signInAs(manager);
  await page.goto("/manager/wallchart");
  const grid = page.getByRole("grid", { name: "Time off calendar" });
  await grid.getByRole("gridcell", { name: new RegExp(`^${assistants.ada.name}`) }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("gridcell", { name: new RegExp(`^${assistants.bo.name}`) })).toBeFocused();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}/);
});

test("an assistant sees on a phone who is away, and never why", async ({ page, signInAs }) => {
  const { days, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  await addAbsence(assistants.bo, { from: days.today, type: "sick", status: "approved" });
  await page.setViewportSize({ width: 320, height: 720 });
  await signInAs(assistants.ada);
  await page.goto("/assistant/wallchart");
  await expect(page.getByRole("navigation", { name: "Days" })).toBeVisible();
  await expect(page.getByRole("list", { name: /away/i }).getByText(assistants.bo.name)).toBeVisible();
  await expect(page.getByRole("main").getByText(/^(Sick|Parental leave)/)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await expectNoAxeViolations(page);
});

test("an assistant makes a calendar link, and a calendar program can read it", async ({
  page,
  signInAs,
  request,
}) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  await page.goto("/assistant/feeds");
  await page.getByRole("button", { name: /My hours, cover and absences/ }).click();
  const address = await page.getByRole("textbox", { name: /Link to/ }).inputValue();
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const said = calendar.getAllSubcomponents("vevent").map((event) => event.getFirstPropertyValue("summary"));
  expect(said).toContain("At work");
  const again = await request.get(address, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  await page.getByRole("button", { name: /^Remove link/ }).click();
  await expect(page.getByText("The link no longer works")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});

function basic(on: Day): string {
  return on.replaceAll("-", "");
}

test("a manager imports a calendar file after checking it", async ({ page, signInAs }) => {
  const { days, manager, assistants } = await createOffice({ assistants: { ada: {} } });
  const { from, to } = days.nextOctober;
  const event = [
    "BEGIN:VEVENT",
    `UID:${assistants.ada.email}`,
    "SUMMARY:Holiday",
    `DTSTART;VALUE=DATE:${basic(from)}`,
    `DTEND;VALUE=DATE:${basic(addDays(to, 1))}`,
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:unreadable@e2e",
    "SUMMARY:Some day",
    "DTSTART:TBD",
    "END:VEVENT",
  ];
  const file = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//e2e//EN", ...event, "END:VCALENDAR", ""].join(
    "\r\n",
  );
  await signInAs(manager);
  await page.goto("/manager/absences/import");
  const buffer = Buffer.from(file);
  await page
    .locator('input[name="file"]')
    .setInputFiles({ name: "away.ics", mimeType: "text/calendar", buffer });
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("The event names no person.")).toBeVisible();
  await page.getByRole("textbox", { name: /Whose absences/ }).fill(assistants.ada.email);
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("checkbox", { name: "Leave out event 2: Some day" }).check();
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("Left out: 1 event you chose to leave out.")).toBeVisible();
  await expect(page.getByText("1 absence would change")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("1 absence has changed")).toBeVisible();
});

test("a manager downloads the wallchart, and sees who could step in", async ({ page, signInAs }) => {
  const { manager, assistants, executives } = await createOffice({
    assistants: { ada: {}, bo: {} },
    executives: { edith: { primary: "ada" } },
  });
  await signInAs(manager);
  await page.goto("/manager/wallchart");
  await page.locator("summary", { hasText: "View" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("name,pool,site,type,status,from");
  await page.goto("/manager/coverage/stand-ins");
  await expect(page.getByRole("heading", { name: "Backup coverage" })).toBeVisible();
  const row = page.getByRole("row", { name: executives.edith.name });
  await expect(row).toContainText(assistants.bo.name);
  await choose(page, "Backups", "At most two");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/atMost=2/);
});
