import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { Secret } from "otpauth";
import { codeAt } from "@/lib/totp";
import { expect, expectNoAxeViolations, expectNoOverflow, test } from "../support/e2e";
import { choose } from "../support/e2e-controls";
import { e2eDb } from "../support/e2e-database";
import { createOffice, type OfficePerson } from "../support/e2e-office";

const PASSWORD = "a dozen letters";
const LONG_AGO = new Date(Date.now() - 11 * 60_000);

async function givePassword({ userId }: OfficePerson, more: { factorRequiredAt?: Date } = {}): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await e2eDb().user.update({ where: { id: userId }, data: { passwordHash, ...more } });
}

async function typePassword(page: Page, { email }: OfficePerson): Promise<void> {
  await page.goto("/sign-in?next=/assistant/absences");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Sets a second factor up on its page; returns the seed of the app and the recovery codes. */
async function setUp(page: Page): Promise<{ seed: Buffer; codes: string[] }> {
  await expect(page.getByRole("heading", { name: "Two-step verification" })).toBeVisible();
  const address = await page
    .getByRole("link", { name: "On this phone? Open the app here" })
    .getAttribute("href");
  const secret = new URL(address ?? "").searchParams.get("secret") ?? "";
  const seed = Buffer.from(Secret.fromBase32(secret).bytes);
  await page.getByLabel("Code from the app").fill(codeAt(seed, new Date()));
  await page.getByRole("button", { name: "Turn on" }).click();
  const list = page.getByRole("status").getByRole("listitem");
  await expect(list).toHaveCount(10);
  return { seed, codes: await list.allTextContents() };
}

/** A code of the next thirty seconds, since those of now may be used up. */
const nextCode = (seed: Buffer) => codeAt(seed, new Date(Date.now() + 30_000));

test("whoever must have a second factor sets it up first, and signs in with its codes", async ({ page }) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await givePassword(assistants.ada, { factorRequiredAt: new Date() });
  await typePassword(page, assistants.ada);
  await expect(page).toHaveURL(/\/second-factor\?next=%2Fassistant%2Fabsences$/);
  await expectNoAxeViolations(page);
  await page.goto("/assistant/week");
  await expect(page).toHaveURL(/\/second-factor/);
  expect((await page.request.get("/api/v1/me/week")).status()).toBe(403);
  expect((await page.request.get("/api/search?area=assistant&q=ada")).status()).toBe(401);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectNoOverflow(page);
  const { seed } = await setUp(page);
  await expectNoOverflow(page);
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/assistant\/week$/);

  await page.context().clearCookies();
  await typePassword(page, assistants.ada);
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("Code from your app").fill("12");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code is not right").first()).toBeVisible();
  await page.getByLabel("Code from your app").fill(nextCode(seed));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/assistant\/absences$/);
});

test.describe("before JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a second factor is set up, and a recovery code signs in once", async ({ page }) => {
    const { assistants } = await createOffice({ assistants: { ada: {} } });
    await givePassword(assistants.ada, { factorRequiredAt: new Date() });
    await typePassword(page, assistants.ada);
    const { codes } = await setUp(page);
    for (const isFirst of [true, false]) {
      await page.context().clearCookies();
      await typePassword(page, assistants.ada);
      await page.getByRole("link", { name: "Use a recovery code instead" }).click();
      await page.getByLabel("Recovery code").fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Sign in" }).click();
      if (isFirst) await expect(page).toHaveURL(/\/assistant\/absences$/);
      else await expect(page.getByText("This code is not right").first()).toBeVisible();
    }
  });
});

test("what takes more than an open browser asks who it is, in place, and is done then", async ({
  page,
  signInAs,
}) => {
  const office = await createOffice({ assistants: { ada: {} }, isAdministered: true });
  await givePassword(office.manager);
  await signInAs(office.manager);
  await e2eDb().session.updateMany({
    where: { userId: office.manager.userId },
    data: { provenAt: LONG_AGO },
  });
  await page.goto(`/admin/accounts/${office.assistants.ada.userId}`);
  await page.getByRole("button", { name: "Require two-step verification" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Require two-step verification" }).click();
  await expect(question.getByText("Confirm that it is you")).toBeVisible();
  await expectNoAxeViolations(page);
  await question.getByLabel("Your password").fill("not mine");
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(question.getByText("This is not your present password.").first()).toBeVisible();
  await question.getByLabel("Your password").fill(PASSWORD);
  await question.getByRole("button", { name: "Confirm" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByText("Required, not set up yet")).toBeVisible();
});

test("an API token is made for a part of the API, shown once, and ended", async ({ page, signInAs }) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  await page.goto("/assistant/security");
  await page.getByRole("link", { name: "Manage API tokens" }).click();
  await page.getByLabel("What is it for?").fill("My calendar");
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByRole("group").getByText("One field needs a change")).toBeVisible();
  await choose(page, "Time off", "Read");
  await page.getByRole("button", { name: "Create token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  await expectNoAxeViolations(page);
  const ask = (path: string) =>
    page.request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask("/leave-types")).status()).toBe(200);
  expect((await ask("/me")).status()).toBe(403);
  await page.setViewportSize({ width: 360, height: 760 });
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "End My calendar" }).click();
  await expect(page.getByText("No API token works at the moment.")).toBeVisible();
  expect((await ask("/leave-types")).status()).toBe(401);
});
