import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { choose } from "../support/e2e-controls";
import { createOffice, type OfficePerson } from "../support/e2e-office";
import { ADMINISTRATOR } from "../support/e2e-run";

async function openInvited(page: Page, { name }: OfficePerson): Promise<void> {
  await page.goto(`/admin?role=executive&q=${encodeURIComponent(name)}`);
  await page.getByRole("listitem").filter({ hasText: "Not invited" }).getByRole("link", { name }).click();
  await expect(page.getByRole("complementary", { name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Invitation" })).toBeVisible();
}

async function openAssistant(page: Page, { name }: OfficePerson): Promise<void> {
  await page.goto("/manager/assistants");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Invitation" })).toBeVisible();
}

async function makeLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: /Create (invitation|new) link/ }).click();
  return page.getByLabel(/^Link for/).inputValue();
}

test("an administrator invites a person, who chooses a password, lands at home and signs in with it", async ({
  page,
  browser,
  signInAs,
}) => {
  const { executives } = await createOffice({ executives: { mary: {} } });
  const { name, email } = executives.mary;
  await signInAs(ADMINISTRATOR);
  await openInvited(page, executives.mary);
  const link = await makeLink(page);

  const other = await browser.newContext({ locale: "en-GB" });
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: `Welcome, ${name}` })).toBeVisible();
  await expectNoAxeViolations(guest);
  await guest.getByLabel("New password").fill("standby-demo");
  await guest.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(guest.getByRole("group").getByText("Choose a password nobody else knows.")).toBeVisible();
  await guest.getByLabel("New password").fill("correct horse battery");
  await guest.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(guest).toHaveURL(/\/executive$/);
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This link has been used" })).toBeVisible();
  await other.clearCookies();
  await guest.goto("/sign-in");
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password").fill("correct horse battery");
  await guest.getByRole("button", { name: "Sign in" }).click();
  await expect(guest).toHaveURL(/\/executive$/);
  await other.close();

  await page.reload();
  await expect(page.getByText(/^Active since/).first()).toBeVisible();
});

test("a manager makes the link on a person's page", async ({ page, signInAs }) => {
  const { manager, assistants } = await createOffice({ assistants: { vera: {} } });
  await signInAs(manager);
  await openAssistant(page, assistants.vera);
  const link = await makeLink(page);
  expect(link).toMatch(/\/welcome\?token=[\w-]{43}$/);
});

test("an administrator shuts an account after being asked, opens it again, and finds both in the log", async ({
  page,
  signInAs,
}) => {
  const { executives } = await createOffice({ executives: { nora: {} } });
  const { name } = executives.nora;
  await signInAs(ADMINISTRATOR);
  await openInvited(page, executives.nora);
  await page.getByRole("button", { name: "Disable account" }).click();
  const question = page.getByRole("alertdialog", { name: `Disable the account of ${name}?` });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByText("Not invited").first()).toBeVisible();
  await page.getByRole("button", { name: "Disable account" }).click();
  await question.getByRole("button", { name: "Disable account" }).click();
  await expect(page.getByText("Disabled").first()).toBeVisible();
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Enable account" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable account" }).click();
  await expect(page.getByText("Not invited").first()).toBeVisible();

  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByText("The log is verified")).toBeVisible();
  await choose(page, "What happened", "Account disabled");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("row", { name: `enabled the account of ${name}` })).toHaveCount(0);
  await expect(page.getByRole("row", { name: `disabled the account of ${name}` })).toBeVisible();
});

test("one's own account can't be shut, and the last administrator stays", async ({ page, signInAs }) => {
  await signInAs(ADMINISTRATOR);
  await page.goto(`/admin?q=${ADMINISTRATOR.email}`);
  await page.getByRole("link", { name: ADMINISTRATOR.name, exact: true }).click();
  await expect(page.getByText("This is your own account.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Disable account" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove as administrator" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove as administrator" }).click();
  await expect(page.getByText("This is the last administrator who can sign in.")).toBeVisible();
});

test("the administrator's room is nobody else's", async ({ context, signInAs }) => {
  const { manager } = await createOffice();
  await signInAs(manager);
  for (const path of ["/admin", "/admin/audit"]) {
    expect((await context.request.get(path)).status(), path).toBe(404);
  }
});

test.describe("before the page is alive", () => {
  test.use({ javaScriptEnabled: false });

  test("a used-up installation and a made-up link say so plainly", async ({ page }) => {
    await page.goto("/set-up?token=made-up");
    await expect(page.getByRole("heading", { name: "Standby is set up already" })).toBeVisible();
    await page.goto("/welcome?token=made-up");
    await expect(page.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  });
});

test("an invitation is taken by a plain form, before the page is alive", async ({
  page,
  browser,
  signInAs,
}) => {
  const { manager, assistants } = await createOffice({ assistants: { sven: {} } });
  await signInAs(manager);
  await openAssistant(page, assistants.sven);
  const link = await makeLink(page);
  const other = await browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
  const guest = await other.newPage();
  await guest.goto(link);
  await guest.getByLabel("Nytt lösenord").fill("för kort");
  await guest.getByRole("button", { name: "Spara lösenord och logga in" }).click();
  await expect(guest.getByRole("group").getByText("Skriv minst 12 tecken.")).toBeVisible();
  await guest.getByLabel("Nytt lösenord").fill("correct horse battery");
  await guest.getByRole("button", { name: "Spara lösenord och logga in" }).click();
  await expect(guest).toHaveURL(/\/assistant\/week/);
  await expect(guest.locator("html")).toHaveAttribute("lang", "sv-SE");
  expect((await other.cookies()).find(({ name }) => name === "locale")?.value).toBe("sv");
  await other.close();
});
