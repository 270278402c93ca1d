import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { weeksFromNow } from "../support/e2e-weeks";

test("an assistant sees the week on a phone: hours, own executives, cover and for whom", async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs("assistant");
  await page.goto("/");
  await expect(page).toHaveURL(/\/assistant\/week/);
  await expect(page.getByText(/executives? of your own/)).toBeVisible();
  await expect(page.getByText("08:00–17:00").first()).toBeVisible();
  await expect(page.getByText(/^Cover · .+ is away$/).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Next week" }).click();
  await expect(page).toHaveURL(new RegExp(weeksFromNow(1)));
});

test("an assistant cannot enter the manager's or the executive's room", async ({
  page,
  signInAs,
  context,
}) => {
  await signInAs("assistant");
  for (const path of ["/manager/coverage", "/executive", "/admin"]) {
    const answer = await context.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await page.goto("/assistant/week");
  await expect(page.getByRole("link", { name: "Assistants" })).toHaveCount(0);
});
