import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { ensureBuild } from "@/prisma/tooling/build";
import { CHROMIUM_FLAGS, findChromium } from "../support/chromium";
import { timeClicks } from "./browser/clicks";
import { countFrames } from "./browser/frames";
import { timeNews } from "./browser/news";
import { type Bench, withOffice } from "./web/prepare";
import { startWeb } from "./web/servers";
import { signIn } from "./web/session";

const { values } = parseArgs({
  options: {
    assistants: { type: "string", default: "28" },
    executives: { type: "string", default: "70" },
    seed: { type: "string", default: "1" },
    rounds: { type: "string", default: "5" },
    port: { type: "string", default: "3920" },
    // A folder in which the office is made once and used again by later runs; left out, it is thrown away.
    keep: { type: "string" },
    // Another finished build to measure; left out, the one of these sources.
    build: { type: "string" },
    only: { type: "string", default: "clicks,frames,news" },
  },
});
const [port, rounds] = [Number(values.port), Number(values.rounds)];
const report = (line: string) => console.error(line);

/** Opens an address in a window of its own, signed in. */
export type OpenAs = (email: string, path: string) => Promise<Page>;

const build = values.build ?? (await ensureBuild({ report }));
const size = { assistants: Number(values.assistants), executives: Number(values.executives) };
await withOffice(
  { ...size, seed: Number(values.seed), years: 1, keep: values.keep, port, report },
  inBrowser,
);
process.exit(process.exitCode);

async function inBrowser({ db, office, secret, env }: Bench): Promise<void> {
  const web = await startWeb(env, build, port);
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium is found; set CHROMIUM_PATH.");
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const openAs: OpenAs = async (email, path) => {
    const { cookie = "" } = await signIn(db, email, secret);
    return openPage(browser, web.url, cookie, path);
  };
  const { large, small } = office;
  if (values.only.includes("clicks")) {
    console.log("\n| from click to content | first | p50 | longest |\n|---|---|---|---|");
    for (const email of [large.manager, large.assistant, large.executive]) {
      const page = await openAs(email, "/");
      for (const line of await timeClicks(page, rounds)) console.log(line);
      await page.context().close();
    }
  }
  if (values.only.includes("frames")) {
    console.log("\n| scrolling | frames a second | p95 of a frame | longest |\n|---|---|---|---|");
    for (const { id, manager } of [small, large]) {
      const page = await openAs(manager, `/manager/coverage?pool=${id}`);
      console.log(await countFrames(page));
      await page.context().close();
    }
  }
  if (values.only.includes("news")) {
    console.log("\n| heard by another window | p50 | longest |\n|---|---|---|");
    const [manager, executive] = [
      await openAs(large.manager, "/manager/requests"),
      await openAs(large.executive, "/executive"),
    ];
    console.log(await timeNews(manager, executive, rounds * 2));
  }
  await browser.close();
  await web.stop();
}

async function openPage(browser: Browser, url: string, cookie: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const cookies = cookie.split("; ").map((part) => {
    const at = part.indexOf("=");
    return { name: part.slice(0, at), value: part.slice(at + 1), url };
  });
  await context.addCookies(cookies);
  // Functions handed to the page are written by tsx, which names them with this.
  await context.addInitScript("globalThis.__name = (named) => named");
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState("networkidle").catch(() => {});
  return page;
}
