import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installPackage } from "./apt";

const LIBRARY = "faketime/libfaketimeMT.so.1";

/** Debian's libfaketime on this machine; null when it is not installed. */
function findFaketime(): string | null {
  const root = "/usr/lib";
  const folders = existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : [];
  return [root, ...folders].map((folder) => join(folder, LIBRARY)).find((path) => existsSync(path)) ?? null;
}

/** Finds libfaketime or installs it, saying so; throws where it can't be had. */
export function requireFaketime(report: (line: string) => void): string {
  const found = findFaketime();
  if (found) return found;
  report("No libfaketime found: installing Debian's (apt-get install -y faketime).");
  const fault = installPackage("faketime");
  const library = findFaketime();
  if (!library)
    throw new Error(`libfaketime is missing and couldn't be installed (${fault ?? "not found"}).`);
  return library;
}

/**
 * The environment under which a program and all it starts live at another instant, from where time runs on as it does. What
 * counts seconds (timers, time limits) keeps the machine's own clock.
 */
export function clockEnvironment(library: string, instant: Date): Record<string, string> {
  const seconds = Math.round((instant.getTime() - Date.now()) / 1000);
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? "" : "+"}${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    // Or waits for a monotonic time end at once, and Chromium's threads spin.
    FAKETIME_FORCE_MONOTONIC_FIX: "0",
    FAKETIME_DISABLE_SHM: "1",
    NO_FAKE_STAT: "1",
  };
}
