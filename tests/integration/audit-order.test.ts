import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { accountAudit } from "@/lib/accounts/audit";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { audit } from "@/lib/audit";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { ok, refuse } from "@/lib/result";
import { asAdministratorOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";

const userId = randomUUID();
const ctx = (): SystemCtx => ({ db: testDb(), now: new Date("2026-08-17T07:00:00Z"), actor: null });
const invited = () => accountAudit("account.invited", userId);
const disabled = () => accountAudit("account.disabled", userId);
const enabled = () => accountAudit("account.enabled", userId);

/** A promise and the call that keeps it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

async function written(): Promise<string[]> {
  const rows = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" }, select: { action: true } });
  return rows.map((row) => row.action);
}

beforeEach(async () => {
  const data = { id: userId, name: "Ada", email: "ada@office.example", isAdministrator: true };
  await testDb().user.create({ data });
});

describe("audit rows of one transaction", () => {
  it("are written by its last statement, in the order they were recorded", async () => {
    const before = await inTransaction(ctx(), async (tx) => {
      await audit(tx, invited());
      await audit(tx, disabled(), enabled());
      return tx.db.auditEvent.count();
    });
    expect(before).toBe(0);
    expect(await written()).toEqual(["account.invited", "account.disabled", "account.enabled"]);
  });

  it("are dropped when it is refused, and when it fails", async () => {
    await inTransaction(ctx(), async (tx) => {
      await audit(tx, invited());
      return refuse("not_possible_now");
    });
    const failing = inTransaction(ctx(), async (tx) => {
      await audit(tx, invited());
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await written()).toEqual([]);
  });

  it("lose those of an inner transaction that is refused, and no others", async () => {
    await inTransaction(ctx(), async (tx) => {
      await audit(tx, invited());
      await inTransaction(tx, async (inner) => {
        await audit(inner, disabled());
        return refuse("not_possible_now");
      });
      await inTransaction(tx, async (inner) => {
        await audit(inner, enabled());
        return ok(null);
      });
      return ok(await tx.db.auditEvent.count());
    });
    expect(await written()).toEqual(["account.invited", "account.enabled"]);
  });

  it("have a transaction of their own where there is none", async () => {
    await audit(ctx(), invited());
    expect(await written()).toEqual(["account.invited"]);
  });

  it("are not lost unseen in a transaction that the house did not open", async () => {
    const alone = testDb().$transaction((db) => audit({ ...ctx(), db }, invited()));
    await expect(alone).rejects.toThrow("needs a transaction that inTransaction has opened");
  });
});

describe("two long transactions at the same time", () => {
  it("do not wait for each other, and are numbered in the order of their commits", async () => {
    const [recorded, mayEnd] = [gate(), gate()];
    const slow = inTransaction(ctx(), async (tx) => {
      await audit(tx, disabled());
      recorded.open();
      await mayEnd.opened;
      return ok(null);
    });
    await recorded.opened;
    await inTransaction(ctx(), async (tx) => {
      await audit(tx, enabled());
      return ok(null);
    });
    expect(await written()).toEqual(["account.enabled"]);
    mayEnd.open();
    await slow;
    expect(await written()).toEqual(["account.enabled", "account.disabled"]);
  });

  it("leave a chain that holds, however many there are", async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(ctx(), async (tx) => {
          await audit(tx, disabled());
          await tx.db.user.count();
          await audit(tx, enabled());
        }),
      ),
    );
    const { items } = await listAuditEvents(await asAdministratorOf(userId), ListAuditInput.parse({}), {
      actions: auditActionsSeenBy("administrators"),
      timeZone: "Europe/Stockholm",
    });
    expect(items).toHaveLength(16);
    expect(items.every((event) => event.isIntact)).toBe(true);
    expect(items.map((event) => event.action)).toEqual(
      Array.from({ length: 8 }, () => ["account.enabled", "account.disabled"]).flat(),
    );
  });
});
