import { randomUUID } from "node:crypto";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";

async function createExecutive() {
  const { executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  return executives.edith;
}

function countRequests(summary: string): Promise<number> {
  return e2eDb().supportRequest.count({ where: { summary } });
}

test.describe("a form without a network", () => {
  test.use({ allowedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|status of 50[02]/] });

  test("says so, keeps the words, and is sent once when there is one again", async ({
    page,
    context,
    signInAs,
  }) => {
    const wish = `Book the train ${randomUUID()}`;
    await signInAs(await createExecutive());
    await page.goto("/executive");
    await page.getByLabel("What do you need?").fill(wish);
    await context.setOffline(true);
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: /./ }).filter({ has: page.getByText("Not sent") });
    await expect(form.getByRole("alert")).toContainText("You are offline");
    await expect(page.getByLabel("What do you need?")).toHaveValue(wish);
    await context.setOffline(false);
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText(/^Sent to/)).toBeVisible();
    await expect(page.getByText("Not sent")).toBeHidden();
    expect(await countRequests(wish)).toBe(1);
  });

  test("says that no answer came where a proxy answers 502, though the first try went through", async ({
    page,
    signInAs,
  }) => {
    const wish = `Book the ferry ${randomUUID()}`;
    await signInAs(await createExecutive());
    await page.goto("/executive");
    await page.getByLabel("What do you need?").fill(wish);
    await page.route("**/executive", async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      await route.fetch();
      await route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" });
    });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").getByText("No answer came")).toBeVisible();
    await page.unroute("**/executive");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("This was sent already.")).toBeVisible();
    await expect(page.getByLabel("What do you need?")).toHaveValue("");
    expect(await countRequests(wish)).toBe(1);
  });
});

test("Enter twice sends one", async ({ page, signInAs }) => {
  const wish = `Book the room ${randomUUID()}`;
  await signInAs(await createExecutive());
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill(wish);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Sent to/)).toBeVisible();
  expect(await countRequests(wish)).toBe(1);
});

test("an ended session leads back to the page, with the words, in a tab of the same browser too", async ({
  page,
  context,
  signInAs,
}) => {
  const executive = await createExecutive();
  const wish = `Book the taxi ${randomUUID()}`;
  await signInAs(executive);
  await page.goto("/executive?from=mail");
  await page.getByLabel("What do you need?").fill(wish);
  await context.clearCookies();
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expect(page).toHaveURL(/next=%2Fexecutive%3Ffrom%3Dmail/);

  await signInAs(executive);
  const tab = await context.newPage();
  await tab.goto("/executive?from=mail");
  await expect(tab.getByText("It has not been sent.")).toBeVisible();
  await expect(tab.getByLabel("What do you need?")).toHaveValue(wish);
  await tab.getByRole("button", { name: "Send request" }).click();
  await expect(tab.getByText(/^Sent to/)).toBeVisible();
  await tab.reload();
  await expect(tab.getByLabel("What do you need?")).toHaveValue("");
  expect(await countRequests(wish)).toBe(1);
});

test("what one person typed is not shown to the next in the same browser", async ({ page, signInAs }) => {
  await signInAs(await createExecutive());
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill("Only for Edith");
  await signInAs(await createExecutive());
  await page.goto("/executive");
  await expect(page.getByLabel("What do you need?")).toHaveValue("");
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain("Only for Edith");
});

test("signing out from the palette takes what was typed and not sent", async ({ page, signInAs }) => {
  await signInAs(await createExecutive());
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill("Only for Edith");
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(kept).toContain("Only for Edith");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or go to a page" }).fill("sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sign-in/);
  expect(await kept()).not.toContain("Only for Edith");
});
