import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";

const REST_MS = 1_500;

/** How soon a manager's open list of requests shows what an executive files in another window, from the press on. */
export async function timeNews(manager: Page, executive: Page, rounds: number): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const words = `Bench ${Date.now()}`;
    await executive.getByRole("textbox").first().fill(words);
    const shown = manager.evaluate(async (wanted) => {
      while (!document.querySelector("main")?.textContent?.includes(wanted))
        await new Promise(requestAnimationFrame);
      return Date.now();
    }, words);
    const start = Date.now();
    await executive.getByRole("button", { name: "Send request" }).click();
    times.push((await shown) - start);
    await sleep(REST_MS);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return `| a request in its manager's list | ${sorted[Math.floor(rounds / 2)]} ms | ${sorted.at(-1)} ms |`;
}
