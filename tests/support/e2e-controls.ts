import { expect, type Locator, type Page } from "@playwright/test";

/** Types a day ("2026-08-17") into a date field, figure by figure, in whatever order the reader's language has; "" empties it. */
export async function fillDay(within: Page | Locator, label: string | RegExp, on: string): Promise<void> {
  const group = within.getByRole("group", { name: label });
  const [year = "", month = "", day = ""] = on.split("-");
  const figures = { year, month, day };
  const segments = group.getByRole("spinbutton");
  await segments.first().waitFor();
  for (const segment of await segments.all()) {
    const kind = (await segment.getAttribute("data-type")) as keyof typeof figures;
    await segment.focus();
    for (let figure = 0; figure < 4; figure++) await segment.press("Backspace");
    await segment.focus();
    await segment.pressSequentially(figures[kind]);
  }
}

/** Opens a select and chooses. */
export async function choose(
  within: Page | Locator,
  label: string | RegExp,
  option: string | RegExp,
): Promise<void> {
  const select = within.getByRole("combobox", { name: label, exact: typeof label === "string" });
  await select.click();
  await select
    .page()
    .getByRole("option", { name: option, exact: typeof option === "string" })
    .click();
}

/** A date field shows a day. */
export async function expectDay(within: Page | Locator, label: string | RegExp, on: string): Promise<void> {
  const segments = within.getByRole("group", { name: label }).getByRole("spinbutton");
  const shown = async () => {
    const all = await segments.all();
    const figures = await Promise.all(
      all.map(async (segment) => [await segment.getAttribute("data-type"), await segment.textContent()]),
    );
    const { year, month, day } = Object.fromEntries(figures);
    return `${year}-${month}-${day}`;
  };
  await expect.poll(shown, `the day of ${label}`).toBe(on);
}
