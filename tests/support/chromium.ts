import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

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
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const asRoot = (...command: string[]) => {
    const [program = "", ...rest] = [...root, ...command];
    execFileSync(program, rest, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  report("No Chromium found: installing Debian's (apt-get install -y chromium). This takes a minute or two.");
  try {
    asRoot("apt-get", "update");
    asRoot("apt-get", "install", "-y", "chromium");
  } catch (error) {
    return `Chromium is missing and couldn't be installed (${(error as Error).message.trim().split("\n")[0]}). Install it and set CHROMIUM_PATH.`;
  }
  return findChromium() ? null : "Chromium is still missing after its installation; set CHROMIUM_PATH.";
}
