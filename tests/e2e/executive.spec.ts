import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { e2eDb } from "../support/e2e-database";
import { createOffice } from "../support/e2e-office";

/** An executive with an assistant who is there at any hour. */
async function createPair() {
  const { assistants, executives } = await createOffice({
    assistants: { ada: {} },
    executives: { edith: { primary: "ada" } },
    isAlwaysOpen: true,
  });
  return { assistant: assistants.ada, executive: executives.edith };
}

test("an executive sees who is there and files a request that reaches that person", async ({
  page,
  signInAs,
}) => {
  const { assistant, executive } = await createPair();
  await signInAs(executive);
  await page.goto("/");
  await expect(page.getByText(`${assistant.name} supports you`)).toBeVisible();
  const wish = "A quiet room at three";
  await page.getByLabel("What do you need?").fill(wish);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent to ${assistant.name}`)).toBeVisible();
  await expectNoAxeViolations(page);

  await signInAs(assistant);
  await page.goto("/assistant/requests");
  await expect(page.getByRole("heading", { name: wish })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByText("In progress", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("r");
  await page.keyboard.type("The blue room is yours.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Conversation" })).toContainText("The blue room is yours.");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: wish }).click();
  await page.keyboard.press("d");
  await expect(page.getByText("No open requests.")).toBeVisible();

  await signInAs(executive);
  await page.goto("/executive");
  await page.getByRole("link", { name: wish }).click();
  await expect(page.getByText("The blue room is yours.")).toBeVisible();
});

test("a question waits for the executive, whose answer goes on with the work", async ({ page, signInAs }) => {
  const { assistant, executive } = await createPair();
  await signInAs(executive);
  await page.goto("/executive");
  await page.getByLabel("What do you need?").fill("Dinner with the bank");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent to ${assistant.name}`)).toBeVisible();
  await signInAs(assistant);
  await page.goto("/assistant/requests");
  await page.getByRole("textbox", { name: "Message" }).fill("Half past six, or eight?");
  await page.getByRole("button", { name: "Ask and wait" }).click();
  await expect(page.getByRole("heading", { name: /Waiting for an answer/ })).toBeVisible();
  await signInAs(executive);
  await page.goto("/executive");
  await page.getByRole("link", { name: "Answer" }).click();
  await page.getByLabel(`Answer ${assistant.name}`).fill("Eight, please");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("In progress", { exact: true }).first()).toBeVisible();
});

test("an assistant files a request for an executive they support", async ({ page, signInAs }) => {
  const { assistant, executive } = await createPair();
  await signInAs(assistant);
  await page.goto("/assistant/requests");
  await page.keyboard.press("c");
  await page.getByLabel("What is needed?").fill("Slides for the town hall");
  await page.getByText("Tomorrow", { exact: true }).click();
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText(`Sent to ${assistant.name}`)).toBeVisible();
  await signInAs(executive);
  await page.goto("/executive");
  await expect(page.getByRole("link", { name: "Slides for the town hall" })).toBeVisible();
});

test("a call is taken from any page by keys alone, and the executive ticks it off", async ({
  page,
  signInAs,
}) => {
  const { assistant, executive } = await createPair();
  await signInAs(assistant);
  await page.goto("/assistant/week");
  await page.keyboard.press("p");
  await expect(page.getByRole("combobox", { name: "Caller" })).toBeFocused();
  await page.keyboard.type("Petra Sund");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The bank");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Sent to ${executive.name}: Petra Sund called.`)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Caller" })).toBeFocused();

  await signInAs(executive);
  await page.goto("/executive");
  await page.getByRole("button", { name: "Called back: Petra Sund" }).click();
  await expect(page.getByText("Petra Sund is ticked off")).toBeVisible();
});

test("whoever is there is called with one tap, and calls their executive so", async ({ page, signInAs }) => {
  const { assistant, executive } = await createPair();
  const [phone, number] = ["+46 70 174 06 05", "tel:+46701740605"];
  await e2eDb().assistant.update({ where: { id: assistant.id }, data: { phone } });
  await e2eDb().executive.update({ where: { id: executive.id }, data: { phone } });
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(executive);
  await page.goto("/");
  const call = page.getByRole("link", { name: `Call ${assistant.name}` });
  await expect(call).toHaveAttribute("href", number);
  await expect(page.getByRole("link", { name: `Text ${assistant.name}` })).toBeVisible();
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await signInAs(assistant);
  await page.goto(`/assistant/executives/${executive.id}`);
  await expect(page.getByRole("link", { name: phone })).toHaveAttribute("href", number);
});

test.describe("before JavaScript loads", () => {
  test.use({ javaScriptEnabled: false });

  test("the request form works, and keeps what was typed when something is missing", async ({
    page,
    signInAs,
  }) => {
    const { assistant, executive } = await createPair();
    await signInAs(executive);
    await page.goto("/executive");
    await page.getByText("Pick a day").click();
    await page.getByLabel(/^Day/).fill("2020-01-01");
    await page.getByLabel("What do you need?").fill("Flowers for the jubilee");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(
      page.getByRole("listitem").getByText("This day has passed. Choose today or later."),
    ).toBeVisible();
    await expect(page.getByLabel("What do you need?")).toHaveValue("Flowers for the jubilee");
    await page.getByText("No hurry").click();
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText(`Sent to ${assistant.name}`)).toBeVisible();
  });
});
