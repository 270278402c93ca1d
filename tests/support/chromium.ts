import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { installPackage } from "./apt";

// The headless shell is the same engine without a browser's own windows, which take a quarter of the work.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];

/** Chromium needs these to run as root, without a graphics card and without talking to other hosts. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium on this machine: `CHROMIUM_PATH`, the system's, or Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const candidates = [
    process.env.CHROMIUM_PATH ?? "",
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== "" && isExecutable(path)) ?? null;
}

/** Installs Debian's Chromium, saying so; returns why it couldn't, or null when it is there. */
export function installChromium(report: (line: string) => void): string | null {
  report("No Chromium found: installing Debian's with apt-get. This takes a minute or two.");
  const fault = installPackage("chromium-headless-shell") && installPackage("chromium");
  if (fault)
    return `Chromium is missing and couldn't be installed (${fault}). Install it and set CHROMIUM_PATH.`;
  return findChromium() ? null : "Chromium is still missing after its installation; set CHROMIUM_PATH.";
}
