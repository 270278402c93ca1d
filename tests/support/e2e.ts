import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type DemoRole, mintSessionCookie } from "./session-cookie";

export { expect };

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

type Fixtures = {
  /** Signs the browser in without the form: as an account of the demo office, or by e-mail. */
  signInAs: (who: DemoRole | `${string}@${string}`) => Promise<void>;
  /** Complaints in the browser's console that this test brings about on purpose. */
  allowedComplaints: RegExp[];
  noComplaints: undefined;
};

/** Playwright's test, signed in by fixture; a complaint in the browser's console fails it. */
export const test = base.extend<Fixtures>({
  signInAs: async ({ context, baseURL }, use) => {
    await use(async (who) => {
      const { name, value } = await mintSessionCookie(who.includes("@") ? who : `${who}@standby.example`);
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

/** The page as it stands breaks no rule of WCAG 2.2 A or AA that axe can see. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
