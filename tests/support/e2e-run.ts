import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the server under test tells the tests about itself. */
export type E2eRun = { databaseUrl: string; secret: string; baseUrl: string; mailbox: string };

/** The account that makes the server under test a set-up installation. */
export const ADMINISTRATOR = { email: "root@e2e.example", name: "Root of the tests" };

/** Where the server under test keeps its data; the same for all processes of one run. */
export function e2eDataDir(): string {
  process.env.E2E_DATA_DIR ??= join(tmpdir(), `standby-e2e-${randomBytes(6).toString("hex")}`);
  return process.env.E2E_DATA_DIR;
}

/** The file in which the server leaves its note. */
export function e2eNote(): string {
  return join(e2eDataDir(), "e2e.json");
}

/** Reads the server's note; it is there before the first test. */
export function readE2eRun(): E2eRun {
  return JSON.parse(readFileSync(e2eNote(), "utf8")) as E2eRun;
}
