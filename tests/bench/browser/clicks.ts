import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** Between two clicks the server and the browser come to rest. */
const REST_MS = 400;
/** What a hand takes from the pointer's arrival at a link to the press. */
const AIM_MS = 120;

/** How long each place of a person's menu takes from click to content: the first time and in later rounds. */
export async function timeClicks(page: Page, rounds: number): Promise<string[]> {
  const links = page.locator("header nav a");
  const places = async () => [
    ...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))),
  ];
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    const seen = new Set<string>();
    for (;;) {
      const here = new URL(page.url()).pathname;
      // Entries within a place are there while it is open: they come before the next place.
      const href = (await places()).find((one) => !seen.has(one) && one !== here);
      if (!href) break;
      seen.add(href);
      times.set(href, [...(times.get(href) ?? []), await timeClick(page, href)]);
    }
  }
  return [...times].map(([href, [first = 0, ...later]]) => {
    const sorted = (later.length > 0 ? later : [first]).toSorted((a, b) => a - b);
    const [middle = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    return `| ${href} | ${first.toFixed(0)} ms | ${middle.toFixed(0)} ms | ${longest.toFixed(0)} ms |`;
  });
}

async function timeClick(page: Page, href: string): Promise<number> {
  const link = page.locator(`header nav a[href="${href}"]`).first();
  await link.hover();
  await sleep(AIM_MS);
  const took = await link.evaluate(async (element: HTMLAnchorElement, wanted) => {
    const headline = () => document.querySelector("main h1");
    const before = headline();
    const start = performance.now();
    element.click();
    const frame = () => new Promise(requestAnimationFrame);
    for (;;) {
      await frame();
      const now = headline();
      const isThere = location.pathname === wanted && now && now !== before && now.checkVisibility();
      if (isThere) break;
      if (performance.now() - start > 10_000) return Number.NaN;
    }
    // What was committed is seen a frame later.
    await frame();
    return performance.now() - start;
  }, href);
  await sleep(REST_MS);
  return took;
}
