import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { leaveE2eDb } from "./e2e-database";
import { mintSessionCookie } from "./session-cookie";

export { expect };

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

type Fixtures = {
  /** Signs the browser in without the form. */
  signInAs: (who: { email: string }) => Promise<void>;
  /** Complaints in the browser's console that this test brings about on purpose. */
  allowedComplaints: RegExp[];
  noComplaints: undefined;
};

/** Playwright's test, signed in by fixture; a complaint in the browser's console fails it. */
export const test = base.extend<Fixtures, { database: undefined }>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      await use(undefined);
      await leaveE2eDb();
    },
    { scope: "worker", auto: true },
  ],
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) waitForHydration(page);
    await use(page);
  },
  signInAs: async ({ context, baseURL }, use) => {
    await use(async ({ email }) => {
      const { name, value } = await mintSessionCookie(email);
      await context.addCookies([{ name, value, url: baseURL, httpOnly: true, sameSite: "Lax" }]);
    });
  },
  allowedComplaints: [[], { option: true }],
  noComplaints: [
    async ({ context, allowedComplaints }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (event) => complaints.push(String(event.error())));
      await use(undefined);
      const unexpected = complaints.filter(
        (words) => !allowedComplaints.some((allowed) => allowed.test(words)),
      );
      expect(unexpected, "complaints in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Lets `goto` and `reload` wait until React listens to every control, so that no key or press is lost on a busy machine. */
function waitForHydration(page: Page): void {
  const isHydrated = () => {
    const controls = [...document.querySelectorAll("button, input:not([type=hidden]), select, summary")];
    const isShown = (one: Element) =>
      one.matches("select, [type=date], [type=time]") && one.checkVisibility();
    return controls.every(
      (one) => Object.keys(one).some((key) => key.startsWith("__reactFiber")) && !isShown(one),
    );
  };
  // React touches a control before it listens to the keys of the page: that comes with the effects, after the next drawing.
  const untilEffectsRan = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const alive = async <T>(answer: Promise<T>): Promise<T> => {
    const response = await answer;
    const asked = { message: `hydration of ${page.url()}`, intervals: [20, 50, 100] };
    await expect.poll(() => page.evaluate(isHydrated), asked).toBe(true);
    await page.evaluate(untilEffectsRan);
    return response;
  };
  page.goto = (...args) => alive(goto(...args));
  page.reload = (...args) => alive(reload(...args));
}

/** The page as it stands breaks no rule of WCAG 2.2 A or AA that axe can see. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expect(page, "a page whose title is there, for it may come with the rest").toHaveTitle(/./);
  // Without frames of other origins the report needs no second page, which takes half of the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], preload: false })
    .withTags(WCAG)
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing reaches beyond the right edge of the window, nor of the page within its frame, which scrolls by itself on phones. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const overflows = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main")].map(
      (part) => part.scrollWidth - part.clientWidth,
    ),
  );
  expect(Math.max(...overflows), `overflow of ${page.url()}`).toBeLessThanOrEqual(0);
}
