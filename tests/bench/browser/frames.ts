import type { Page } from "@playwright/test";

const STEPS = 240;
const STEP_PX = 120;

/** Turns the wheel over the board, a notch every frame, and counts the frames that are drawn meanwhile. */
export async function countFrames(page: Page): Promise<string> {
  const grid = page.getByRole("grid").first();
  await grid.waitFor();
  const lines = await grid.getAttribute("aria-rowcount");
  await grid.hover();
  await page.evaluate(() => {
    const at: number[] = [];
    Object.assign(window, { framesAt: at });
    const note = (now: number) => {
      at.push(now);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? STEP_PX : -STEP_PX);
  const at = await page.evaluate(() => (window as unknown as { framesAt: number[] }).framesAt);
  const gaps = at
    .slice(1)
    .map((time, i) => time - (at[i] ?? 0))
    .toSorted((a, b) => a - b);
  const perSecond = (1000 * gaps.length) / ((at.at(-1) ?? 0) - (at[0] ?? 0));
  const p95 = gaps[Math.floor(gaps.length * 0.95)] ?? 0;
  return `| board of ${lines} lines | ${perSecond.toFixed(0)} | ${p95.toFixed(0)} ms | ${(gaps.at(-1) ?? 0).toFixed(0)} ms |`;
}
