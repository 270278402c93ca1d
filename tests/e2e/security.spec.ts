import { expect, expectNoOverflow, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

test("somebody sees where they are signed in, and signs out of another browser", async ({
  page,
  browser,
  baseURL,
  signInAs,
  context,
}) => {
  const { assistants } = await createOffice({ assistants: { ada: {} } });
  await signInAs(assistants.ada);
  const cookies = await context.cookies();
  await signInAs(assistants.ada);
  const other = await browser.newContext({ baseURL });
  await other.addCookies(cookies);
  const elsewhere = await other.newPage();
  await elsewhere.goto("/assistant/week");
  await page.goto("/assistant/week");
  await page.getByRole("button", { name: new RegExp(assistants.ada.name) }).click();
  await page.getByRole("link", { name: "Sign-in and security" }).click();
  await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeVisible();
  await expect(page.getByText("This browser")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 760 });
  await expectNoOverflow(page);
  await page.getByRole("button", { name: /^Sign out A browser/ }).click();
  await expect(page.getByText("You are signed in with this browser only.")).toBeVisible();
  await elsewhere.goto("/assistant/requests");
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.close();
});

test("a password is not changed with a wrong one, and what is wrong stands at its field", async ({
  page,
  signInAs,
}) => {
  const { executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
  });
  await signInAs(executives.edith);
  await page.goto("/executive/security");
  await page.getByLabel("Present password").fill("not the one I have");
  await page.getByLabel("New password").fill("a new horse battery");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your present password.").first()).toBeVisible();
});
