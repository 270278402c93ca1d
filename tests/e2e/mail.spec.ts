import type { Page } from "@playwright/test";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";
import { readE2eRun } from "../support/e2e-run";

const PASSWORD = "correct horse battery";

// The page of the mailbox shows a mail in a frame where no script runs, which the browser says.
test.use({ allowedComplaints: [/about:srcdoc/] });

/** Opens the latest mail with a subject to an address, as soon as it is there. */
async function openMail(page: Page, address: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto(readE2eRun().mailbox);
    await page
      .getByRole("row")
      .filter({ hasText: address })
      .getByRole("link", { name: subject, exact: true })
      .first()
      .click({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** The address of a link in the plain text of the mail that is open. */
async function linkInMail(page: Page, pattern: RegExp): Promise<string> {
  const hrefs = await page
    .locator("pre a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const href = hrefs.find((one) => pattern.test(one));
  if (!href) throw new Error(`no such link in ${hrefs.join(" ")}`);
  return href;
}

test("a forgotten password is chosen anew by a mail, and its old link opens nothing", async ({
  page,
  context,
}) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  const { email, userId } = assistants.ada;
  await e2eDb().user.update({
    where: { id: userId },
    data: { invitedAt: new Date(), activeSince: new Date() },
  });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status").filter({ hasText: email })).toBeVisible();
  const mailbox = await context.newPage();
  await openMail(mailbox, email, "Choose a new password");
  const link = await linkInMail(mailbox, /\/welcome\?token=/);
  await page.goto(link);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Save password and sign in" }).click();
  await expect(page).toHaveURL(/\/assistant\/week/);
  await openMail(mailbox, email, "Your password was changed");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link has been used" })).toBeVisible();
});

test("asking for a stranger's password answers alike", async ({ page }) => {
  await page.goto("/forgot");
  await page.getByLabel("E-mail").fill("nobody@e2e.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "nobody@e2e.example" })).toBeVisible();
});

test("how one is told is chosen and kept, and fits a phone", async ({ page, signInAs }) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  await page.goto("/assistant/notices");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Notice settings" })).toBeVisible();
  const row = page.getByRole("combobox", { name: "A request of yours moves on" });
  await row.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: "Not at all" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(row).toContainText("Not at all");
  await page.setViewportSize({ width: 360, height: 760 });
  await expectNoOverflow(page);
});

test("a request is mailed to whoever has it, with its words and a way to what is mailed", async ({
  page,
  context,
  signInAs,
}) => {
  const { assistants, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  await signInAs(executives.edith);
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill("Order the flowers");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent to ${assistants.ada.name}`)).toBeVisible();
  await context.clearCookies();
  await openMail(page, assistants.ada.email, "A request");
  await expect(page.locator("pre")).toContainText("Order the flowers");
  await page.goto(await linkInMail(page, /\/notices\/settings$/));
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a mail program switches mail off by POST, and a scanner that follows the address does nothing", async ({
  request,
}) => {
  expect((await request.get("/api/mail/unsubscribe/made-up")).url()).toMatch(/\/unsubscribe\/made-up$/);
  const answer = await request.post("/api/mail/unsubscribe/made-up", {
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(answer.status()).toBe(404);
});
