// Answers when there is no connection, with what the page itself has kept (components/ui/offline/kept-page.ts), and keeps nothing.
const KEPT = "kept-page";
const FILES = "kept-files";
const LONGEST_KEPT_MS = 3 * 24 * 3_600_000;
const HOME = "/assistant/week";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "GET" && url.pathname.startsWith("/_next/static/"))
    event.respondWith(fileKept(request));
  else if (request.method === "GET" && url.pathname === "/sign-in") event.respondWith(signIn(event));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

// With preloading a page is asked for while the worker wakes.
async function begin() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function fileKept(request) {
  const cache = await caches.open(FILES);
  return (await cache.match(request)) ?? fetch(request);
}

// Who comes here is signed in no more.
async function signIn(event) {
  const answer = await fromServer(event);
  await caches.delete(KEPT);
  return answer;
}

async function fromServer({ request, preloadResponse }) {
  return (await preloadResponse) ?? fetch(request);
}

async function page(event, url) {
  try {
    return await fromServer(event);
  } catch (error) {
    const kept = await keptAnswer(url.pathname);
    if (kept) return kept;
    throw error;
  }
}

async function keptAnswer(path) {
  const cache = await caches.open(KEPT);
  const own = await cache.match(HOME);
  const keptAt = Number(own?.headers.get("X-Kept-At"));
  if (!own || Date.now() - keptAt > LONGEST_KEPT_MS) {
    await caches.delete(KEPT);
    return undefined;
  }
  if (path === "/") return Response.redirect(HOME);
  if (path !== HOME) return cache.match("/offline");
  const isToday = new Date(keptAt).toDateString() === new Date().toDateString();
  const text = (await own.text()).replace("<html", `<html data-offline="${isToday ? "today" : "older"}"`);
  return new Response(text, { headers: own.headers });
}
