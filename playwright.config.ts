import { execFileSync } from "node:child_process";
import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./tests/support/chromium";
import { e2eDataDir } from "./tests/support/e2e-run";

const FIND_PORT =
  "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";

// Workers read this file too and inherit what the first reading put into the environment.
process.env.E2E_PORT ??= execFileSync(process.execPath, ["-e", FIND_PORT]).toString().trim();
e2eDataDir();

const executablePath = findChromium();
if (!executablePath)
  throw new Error("No Chromium found. Install it (apt-get install chromium) or set CHROMIUM_PATH.");

const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // Only for a test that hangs: on a machine shared with others the longest takes a minute.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    screenshot: "only-on-failure",
    // A trace takes a sixth of the processor, so it is kept when asked for: E2E_TRACE=1.
    trace: process.env.E2E_TRACE ? { mode: "retain-on-failure", screenshots: false, sources: false } : "off",
    contextOptions: { reducedMotion: "reduce" },
    serviceWorkers: "block",
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  projects: [{ name: "chromium" }],
  webServer: {
    command: "node --conditions=react-server --import tsx tests/support/e2e-server.ts",
    port: Number(process.env.E2E_PORT),
    timeout: 600_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
