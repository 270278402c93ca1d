const KEPT = "kept-page";
const FILES = "kept-files";
const STATIC = "/_next/static/";
const OWNER = "X-Owner";

/** What stands where a page that was not kept is asked for without a connection. */
export type OfflineWords = { title: string; body: string; link: string };

const LIVE =
  "script, template, form, link[rel=preload], link[rel=prefetch], link[rel=modulepreload], [data-live-only], [data-sonner-toaster], nextjs-portal";
// What was kept runs no script and sends nothing.
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Keeps this page on the device as it stands, without scripts, for its owner alone; and beside it what is shown for any other. */
export async function keepPage(owner: string, words: OfflineWords): Promise<void> {
  if (!canKeep()) return;
  await navigator.serviceWorker.register("/sw.js");
  await keepFiles();
  const cache = await caches.open(KEPT);
  await cache.put(location.pathname, answerWith(frozenPage(), owner));
  await cache.put("/offline", answerWith(insteadOf(frozenPage(), words), owner));
}

/** Takes from the device what was kept for others; with nobody named, whatever was kept. */
export async function forgetKeptBut(owner: string | null): Promise<void> {
  if (!canKeep() || !(await caches.has(KEPT))) return;
  const cache = await caches.open(KEPT);
  const [first] = await cache.keys();
  const kept = first && (await cache.match(first));
  if (kept?.headers.get(OWNER) !== owner) await caches.delete(KEPT);
}

function canKeep(): boolean {
  return "serviceWorker" in navigator && "caches" in window;
}

function frozenPage(): HTMLElement {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll(LIVE)) one.remove();
  return copy;
}

function insteadOf(page: HTMLElement, { title, body, link }: OfflineWords): HTMLElement {
  const words = document.createElement("div");
  words.className = "grid max-w-md gap-2 p-4 md:p-6";
  const [heading, text, way] = ["h1", "p", "a"].map((name) =>
    words.appendChild(document.createElement(name)),
  );
  heading?.replaceChildren(title);
  text?.replaceChildren(body);
  way?.replaceChildren(link);
  heading?.setAttribute("class", "text-xl font-semibold");
  way?.setAttribute("class", "w-fit py-2 font-medium text-accent-text underline");
  way?.setAttribute("href", location.pathname);
  page.querySelector("main")?.replaceChildren(words);
  for (const current of page.querySelectorAll("[aria-current=page]")) current.removeAttribute("aria-current");
  return page;
}

function answerWith(page: HTMLElement, owner: string): Response {
  return new Response(`<!doctype html>${page.outerHTML}`, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store",
      [OWNER]: owner,
      "X-Kept-At": String(Date.now()),
    },
  });
}

/** Stylesheets, letters and pictures of the page, and no others. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(FILES);
  const seen = performance.getEntriesByType("resource").map(({ name }) => name.split("#", 1)[0] ?? "");
  const sheets = [...document.styleSheets].map(({ href }) => href ?? "");
  const wanted = new Set(
    [...seen, ...sheets].filter(
      (address) =>
        address.startsWith(location.origin + STATIC) && /\.(css|woff2|svg|png)(\?|$)/.test(address),
    ),
  );
  for (const { url } of await cache.keys()) if (!wanted.delete(url)) await cache.delete(url);
  await Promise.all([...wanted].map((address) => cache.add(address)));
}
