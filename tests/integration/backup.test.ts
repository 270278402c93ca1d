import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyAuditChain } from "@/lib/accounts/queries-audit-chain";
import { createDb } from "@/lib/db";
import { shutAccount } from "@/lib/insight/leaving/service";
import { restoreBackup } from "@/prisma/tooling/backup-restore";
import { readDigests, writeBackup } from "@/prisma/tooling/backup-write";
import { withClient } from "@/prisma/tooling/roles";
import { asAdministratorOf, MONDAY_MORNING } from "../support/contexts";
import { otherDatabase, ownerDatabaseUrl, testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";
import { type ApiOffice, createApiOffice } from "../support/offices/api";

const quiet = () => {};
/** Ended by a restore: what was ended after the backup must stay so. */
const ENDED = ["sessions", "sign_in_challenges", "one_time_links"];

let office: ApiOffice;
let folder: string;
let file: string;

beforeEach(async () => {
  office = await createApiOffice();
  const root = await createUser(testDb(), { email: "root@office.example", isAdministrator: true });
  const admin = await asAdministratorOf(root.id);
  await shutAccount(admin, { userId: office.executive.userId });
  await testDb().supportRequest.updateMany({
    data: { summary: 'Åsa: "quotes", \\back\\slashes\nand [brackets]', fields: { n: null } },
  });
  folder = await mkdtemp(join(tmpdir(), "standby-backup-"));
  file = join(folder, "office.backup");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The file with some of its lines changed. */
async function altered(change: (lines: string[]) => string[]): Promise<string> {
  const lines = gunzipSync(await readFile(file))
    .toString("utf8")
    .split("\n");
  const other = join(folder, "altered.backup");
  await writeFile(other, gzipSync(change(lines).join("\n")));
  return other;
}

const refusal = async (from: string) =>
  restoreBackup(await otherDatabase("refused"), from, quiet).then(() => "restored", String);

describe("a backup", () => {
  it("holds every row, and a restored database is the same but for who is signed in", async () => {
    const { tables } = await writeBackup(ownerDatabaseUrl, file);
    expect(tables.users?.rows).toBeGreaterThan(5);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const address = await otherDatabase("restored");
    await restoreBackup(address, file, quiet);
    const before = await readDigests(ownerDatabaseUrl);
    const after = await readDigests(address.ownerUrl);
    for (const table of ENDED) delete before[table];
    expect(after).toMatchObject(before);
    for (const table of ENDED) expect(after[table]?.rows).toBe(0);
  });

  it("is whole again where it is restored: keys, triggers, the audit log and its numbers", async () => {
    await writeBackup(ownerDatabaseUrl, file);
    const address = await otherDatabase("restored");
    await restoreBackup(address, file, quiet);
    const structure = (url: string) =>
      withClient(url, async (client) => {
        const { rows } = await client.query(`
          SELECT conrelid::regclass::text AS t, conname, pg_get_constraintdef(oid) AS d, convalidated FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
          UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled = 'O' FROM pg_trigger
            WHERE NOT tgisinternal ORDER BY 1, 2, 3`);
        return rows;
      });
    expect(await structure(address.ownerUrl)).toEqual(await structure(ownerDatabaseUrl));
    const db = createDb(address.appUrl);
    const chain = await verifyAuditChain({ db, now: MONDAY_MORNING });
    expect(chain).toMatchObject({ brokenAt: null });
    expect(chain.rows).toBeGreaterThan(0);
    const root = await db.user.findUniqueOrThrow({ where: { email: "root@office.example" } });
    const ctx = { ...(await asAdministratorOf(root.id)), db };
    expect((await shutAccount(ctx, { userId: office.assistant.userId })).ok).toBe(true);
    expect(await verifyAuditChain({ db, now: MONDAY_MORNING })).toMatchObject({
      rows: chain.rows + 1,
      brokenAt: null,
    });
    await db.$disconnect();
  });

  it("is refused when it is cut short, altered, of a newer version, or no backup", async () => {
    await writeBackup(ownerDatabaseUrl, file);
    expect(await refusal(await altered((lines) => lines.slice(0, -2)))).toContain("cut short");
    const rename = (line: string) => line.replace("root@office.example", "mallory@evil.example");
    expect(await refusal(await altered((lines) => lines.map(rename)))).toContain("altered, in users");
    const newer = (line: string) => line.replace('"migrations":[', '"migrations":["99991231000000_later",');
    expect(await refusal(await altered((lines) => lines.map(newer)))).toContain("newer version");
    const older = (line: string) => line.replace(/,"[^"]*"\],?}?$/, (end) => end.replace(/,"[^"]*"/, ""));
    const before = await altered((lines) => [older(lines[0] ?? ""), ...lines.slice(1)]);
    expect(await refusal(before)).toContain("newer version than the backup");
    expect(await refusal(join(folder, "none.backup"))).toContain("can't be read");
    await writeFile(file, "no backup at all");
    expect(await refusal(file)).toContain("no backup");
    await writeFile(file, gzipSync("[1,2,3]\n"));
    expect(await refusal(file)).toContain("no backup");
  });

  it("replaces neither a file nor a database with people", async () => {
    await writeBackup(ownerDatabaseUrl, file);
    await expect(writeBackup(ownerDatabaseUrl, file)).rejects.toThrow("there already");
    const address = { ownerUrl: ownerDatabaseUrl, appUrl: ownerDatabaseUrl };
    await expect(restoreBackup(address, file, quiet)).rejects.toThrow("holds people already");
    expect(await testDb().user.count()).toBeGreaterThan(5);
  });
});
