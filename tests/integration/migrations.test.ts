import { afterEach, describe, expect, it } from "vitest";
import type { createDb } from "@/lib/db";
import { readOffice } from "../support/office-reads";
import { readStoredOffice, storedOfficeDatabase } from "../support/stored-offices";

let db: ReturnType<typeof createDb> | null = null;

afterEach(async () => {
  await db?.$disconnect();
  db = null;
});

describe("an office made by the version of 25 November 2026", () => {
  it("is migrated and reads the same", async () => {
    const stored = await readStoredOffice("2026-11-25");
    const database = await storedOfficeDatabase(stored, `stored_${process.env.VITEST_POOL_ID ?? "0"}`);
    const applied = await database.bringUpToDate();
    expect(applied.length).toBeGreaterThan(0);
    db = database.open();
    expect(await readOffice(db)).toEqual(stored.reads);
  });
});
