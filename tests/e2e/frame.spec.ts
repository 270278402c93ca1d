import { readFile } from "node:fs/promises";
import { LOCALES } from "@/lib/i18n/locales";
import { expect, expectNoAxeViolations, test } from "../support/e2e";
import { createOffice } from "../support/e2e-office";

test.describe("the policy on scripts", () => {
  test("gives every script of a page the nonce of that request, and never the same twice", async ({
    request,
  }) => {
    const nonces = [];
    for (const path of ["/sign-in", "/sign-in", "/nowhere-at-all"]) {
      const response = await request.get(path);
      const policy = response.headers()["content-security-policy"] ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      const scripts = (await response.text()).match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      expect(policy).not.toContain("unsafe-eval");
      expect(response.headers()["cache-control"]).toContain("no-store");
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(3);
  });

  test("lets the page come alive", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /manager@standby/ }).click();
    await expect(page.getByLabel("E-mail")).toHaveValue("manager@standby.example");
  });

  test.describe("against a planted script", () => {
    test.use({ allowedComplaints: [/Content Security Policy/] });

    test("holds", async ({ page }) => {
      await page.goto("/sign-in");
      const ran = await page.evaluate(() => {
        const script = document.createElement("img");
        script.setAttribute("onerror", "document.title = 'planted'");
        script.src = "data:,";
        document.body.append(script);
        return new Promise((resolve) => setTimeout(() => resolve(document.title), 300));
      });
      expect(ran).not.toBe("planted");
    });
  });
});

for (const locale of LOCALES) {
  test(`the words of ${locale} are in a file that every page shares, and in no page that does not show them`, async ({
    page,
    context,
    baseURL,
  }) => {
    const { intro } = JSON.parse(await readFile(`lib/i18n/messages/${locale}/imports.json`, "utf8"));
    await context.addCookies([{ name: "locale", value: locale, url: baseURL }]);
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/_next/static/")) scripts.push(response.text());
    });
    const response = await page.goto("/sign-in");
    expect(await response?.text()).not.toContain(intro);
    expect((await Promise.all(scripts)).filter((text) => text.includes(intro))).toHaveLength(1);
  });
}

test("a write that another site sends is refused in the reader's language", async ({ request }) => {
  const foreign = { origin: "https://evil.example", "accept-language": "sv" };
  for (const path of ["/sign-in", "/", "/_next/static/x", "/icon.svgx", "/api/auth/signout"]) {
    const response = await request.post(path, { headers: foreign, form: { email: "x" } });
    expect(response.status(), path).toBe(403);
    expect(await response.text()).toContain("Fel webbadress, så inget har gjorts");
  }
});

test.describe("before the page is alive", () => {
  test.use({ javaScriptEnabled: false });

  test("language is chosen by a plain form and kept", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Svenska" }).click();
    await expect(page.getByRole("heading", { name: "Logga in" })).toBeVisible();
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { name: "Logga in" })).toBeVisible();
  });

  test("a wrong password is answered, and the e-mail stays", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("nobody@standby.example");
    await page.getByLabel("Password").fill("not the one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText("don’t match an account");
    await expect(page.getByLabel("E-mail")).toHaveValue("nobody@standby.example");
  });
});

test.describe("the pages anyone can see", () => {
  test.use({ allowedComplaints: [/404/] });

  for (const [colorScheme, locale] of [
    ["light", "en-GB"],
    ["dark", "sv-SE"],
  ] as const) {
    test(`are accessible in ${colorScheme} and ${locale}, and fit a narrow phone`, async ({
      browser,
      baseURL,
    }) => {
      const viewport = { width: 320, height: 640 };
      const context = await browser.newContext({ baseURL, colorScheme, locale, viewport });
      const page = await context.newPage();
      for (const path of ["/sign-in", "/nowhere-at-all"]) {
        await page.goto(path);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expectNoAxeViolations(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(viewport.width);
      }
      await context.close();
    });
  }
});

test("what is current and what is open can be told where the system chooses the colours", async ({
  page,
  signInAs,
}) => {
  const { manager, assistants } = await createOffice({ assistants: { ada: {}, bo: {} } });
  await signInAs(manager);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/manager/assistants");
  await page.getByRole("link", { name: assistants.ada.name, exact: true }).click();
  await expect(page.getByRole("complementary", { name: assistants.ada.name })).toBeVisible();
  const menu = page.getByRole("navigation", { name: "Main menu" });
  const groundOf = (name: string) =>
    menu.getByRole("link", { name }).evaluate((link) => getComputedStyle(link).backgroundColor);
  expect(await groundOf("Assistants")).not.toBe(await groundOf("Executives"));
  const edgeOf = (name: string) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name, exact: true }) })
      .evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(await edgeOf(assistants.ada.name)).toBe("solid");
  expect(await edgeOf(assistants.bo.name)).toBe("none");
});
