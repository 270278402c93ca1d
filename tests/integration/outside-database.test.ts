import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { allowedConnections, fitProcesses } from "@/prisma/tooling/connections";
import { migrate } from "@/prisma/tooling/migrate";
import { connectOutside } from "@/prisma/tooling/postgres-outside";
import { withClient } from "@/prisma/tooling/roles";

const NAME = `outside_${process.env.VITEST_POOL_ID ?? "0"}`;
const OWNER = `${NAME}_owner`;
const APP = `${NAME}_app`;
const { adminUrl } = inject("cluster");

function addressOf(role: string, database = NAME): string {
  const address = new URL(adminUrl);
  address.username = role;
  address.password = role;
  address.pathname = `/${database}`;
  return address.href;
}

function asAdmin(...statements: string[]): Promise<void> {
  return withClient(adminUrl, async (admin) => {
    for (const statement of statements) await admin.query(statement);
  });
}

const dropAll = [
  `DROP DATABASE IF EXISTS ${NAME}`,
  `DROP ROLE IF EXISTS ${OWNER}`,
  `DROP ROLE IF EXISTS ${APP}`,
];

beforeAll(async () => {
  await asAdmin(
    ...dropAll,
    `CREATE ROLE ${OWNER} LOGIN PASSWORD '${OWNER}'`,
    `CREATE ROLE ${APP} LOGIN PASSWORD '${APP}'`,
    `CREATE DATABASE ${NAME} OWNER ${OWNER}`,
  );
});
afterAll(() => asAdmin(...dropAll));

describe("a database from outside with an owner of its own (OWNER_DATABASE_URL)", () => {
  it("is migrated by the owner, and the application's role gets rows and no structure", async () => {
    const database = await connectOutside(addressOf(APP), addressOf(OWNER));
    expect((await migrate(database)).length).toBeGreaterThan(0);
    expect(await migrate(database)).toEqual([]);
    await withClient(database.appUrl, async (app) => {
      await app.query("INSERT INTO duties (id, name_en, name_sv) VALUES ('d', 'D', 'D')");
      for (const statement of [
        "TRUNCATE audit_events",
        "UPDATE audit_events SET action = 'nothing happened'",
        "ALTER TABLE users ADD COLUMN loot int",
        "CREATE TABLE loot (id int)",
        "DELETE FROM _prisma_migrations",
      ])
        await expect(app.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    });
  });

  it("is refused where the two addresses lead to different databases", async () => {
    await expect(connectOutside(addressOf(APP), addressOf(OWNER, "postgres"))).rejects.toThrow(
      `OWNER_DATABASE_URL leads to the database postgres, DATABASE_URL to ${NAME}.`,
    );
  });

  it("needs a role that may make tables", async () => {
    await expect(connectOutside(addressOf(APP))).rejects.toThrow(
      `The role ${APP} may not make tables in ${NAME}.`,
    );
  });

  it("names the address that can't be reached", async () => {
    await expect(connectOutside(addressOf(APP), addressOf("nobody"))).rejects.toThrow(
      /^OWNER_DATABASE_URL: /,
    );
  });
});

describe("the connections of a database from outside", () => {
  it("are the server's without those kept for superusers, or fewer where the role or the database has a limit", async () => {
    expect(await allowedConnections(addressOf(OWNER))).toBe(97);
    await asAdmin(`ALTER DATABASE ${NAME} CONNECTION LIMIT 40`);
    expect(await allowedConnections(addressOf(OWNER))).toBe(40);
    await asAdmin(`ALTER ROLE ${OWNER} CONNECTION LIMIT 12`);
    expect(await allowedConnections(addressOf(OWNER))).toBe(12);
  });

  it("decide how many web processes start, which is said where they are fewer", async () => {
    const lines: string[] = [];
    const share = await fitProcesses(addressOf(OWNER), 4, (line) => lines.push(line));
    expect(share).toEqual({ processes: 1, pool: 3 });
    expect(lines).toEqual([
      "The database allows 12 connections: starting 1 of 4 web processes, so that others have room.",
    ]);
  });
});
