const SOON_MS = 50;
/** Pages of many people are not asked for in the same instant. */
const SPREAD_MS = 150;
const EVERY_MS = 1_000;
const TYPING_MS = 2_000;
const TRY_AGAIN_MS = 3_000;

/** Has a page drawn anew, at most once a second; not while it is out of sight or its person types. */
export type Refresher = { request: () => void; stop: () => void };

export function makeRefresher(refresh: () => void): Refresher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let typedAt = Number.NEGATIVE_INFINITY;
  let isDue = false;
  let isStopped = false;

  function request(): void {
    isDue = true;
    if (isStopped || timer !== undefined || document.hidden) return;
    const soon = SOON_MS + Math.random() * SPREAD_MS;
    timer = setTimeout(run, Math.max(soon, refreshedAt + EVERY_MS - performance.now()));
  }

  async function run(): Promise<void> {
    timer = undefined;
    if (document.hidden) return;
    const pause = typedAt + TYPING_MS - performance.now();
    if (pause > 0) return runAgainAfter(pause);
    isDue = false;
    const isThere = await isReachable();
    if (isStopped) return;
    if (!isThere) return runAgainAfter(TRY_AGAIN_MS);
    refreshedAt = performance.now();
    refresh();
  }

  function runAgainAfter(ms: number): void {
    isDue = true;
    timer ??= setTimeout(run, ms);
  }

  const comeIntoSight = () => isDue && request();
  const noteTyping = () => {
    typedAt = performance.now();
  };
  document.addEventListener("visibilitychange", comeIntoSight);
  document.addEventListener("input", noteTyping, true);
  return {
    request,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", comeIntoSight);
      document.removeEventListener("input", noteTyping, true);
    },
  };
}

/** Where the server can't be reached, Next would leave the page for the browser's own, with all that was typed. */
function isReachable(): Promise<boolean> {
  return fetch("/api/health/live", { method: "HEAD", cache: "no-store" }).then(
    (answer) => answer.ok,
    () => false,
  );
}
