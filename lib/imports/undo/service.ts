import "server-only";
import { endingMove } from "@/lib/absences/requests/rules";
import { correctAbsences } from "@/lib/absences/requests/service-bulk";
import { renameAccounts } from "@/lib/accounts/service-rows";
import type { Manager } from "@/lib/actor";
import { writeAssistants } from "@/lib/assistants/service-rows";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { ChangedByAnother, sqlStateOf } from "@/lib/errors";
import { writeExecutives } from "@/lib/executives/service-rows";
import { importAudit } from "@/lib/imports/audit";
import { loadKnownOffice } from "@/lib/imports/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { removeUnchangedSupport, writeSupportAssignments } from "@/lib/support/service-rows";
import { TIME_LIMITS } from "@/lib/time-limits";
import { undoableSince } from "./queries";
import { assistantBefore, executiveBefore, NameBefore, SupportBefore } from "./queries-before";
import { currentOf, type Standing } from "./queries-standing";
import {
  MOST_STAYS_SHOWN,
  type StaysBecause,
  UNDO_KINDS,
  type UndoImportInput,
  type UndoKind,
  type UndoReport,
  type UndoStay,
} from "./schema";

/** What PostgreSQL says where something else stands on a record, or would clash with it as it was. */
const IN_USE = new Set(["23001", "23503", "23505", "23514", "23P01"]);

type Undone = { ok: true; report: UndoReport } | { ok: false; report: UndoReport };

/**
 * Takes the actor's own import back, within fourteen days and once: what it made goes, what it changed is as it was. What was changed
 * since, or what something else stands on, stays and is named. A dry run does it and takes it back.
 */
export function undoImport(
  ctx: Ctx<Manager>,
  { id, dryRun }: UndoImportInput,
): Promise<Result<UndoReport, "not_found" | "answered_already">> {
  return inTransaction(
    ctx,
    async (tx) => {
      const where = { id, byId: tx.actor.userId, at: { gt: undoableSince(tx.now) } };
      const row = await tx.db.import.findUnique({ where, select: { undoneAt: true } });
      if (!row) return refuse("not_found");
      if (row.undoneAt) return refuse("answered_already");
      const undone = await inTransaction(tx, (inner) => undo(inner, id, dryRun));
      return ok(undone.report);
    },
    TIME_LIMITS.batch,
  );
}

/** Where nothing is to be applied, the answer undoes what was done to find out what it would do. */
async function undo(tx: Ctx<Manager>, id: string, dryRun: boolean): Promise<Undone> {
  await tx.db.import.update({ where: { id }, data: { undoneAt: tx.now }, select: { id: true } });
  const changes = await currentOf(tx, id, loadKnownOffice);
  const gone = Object.fromEntries(UNDO_KINDS.map((kind) => [kind, 0])) as Record<UndoKind, number>;
  const stays: UndoStay[] = [];
  for (const change of inOrder(changes)) {
    const because = await takeBack(tx, id, change, changes);
    if (because === "nothing_left") continue;
    if (because === null) gone[change.kind]++;
    else stays.push({ id: change.recordId, kind: change.kind, name: change.name, because });
  }
  const report = {
    applied: !dryRun,
    gone,
    stayCount: stays.length,
    stays: stays.slice(0, MOST_STAYS_SHOWN),
  };
  if (dryRun) return { ok: false, report };
  await tx.db.importChange.deleteMany({ where: { importId: id } });
  await audit(tx, importAudit("office.import_undone", tx.actor.userId, { gone, stays: stays.length }));
  return { ok: true, report };
}

const ORDER: readonly UndoKind[] = ["support", "absence", "executive", "assistant", "account"];

/** What stands on others first. */
function inOrder(changes: readonly Standing[]): Standing[] {
  return [...changes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

type Outcome = StaysBecause | "nothing_left" | null;

async function takeBack(
  tx: Ctx<Manager>,
  importId: string,
  change: Standing,
  all: readonly Standing[],
): Promise<Outcome> {
  if (change.current === null) return "nothing_left";
  if (change.current.version !== change.version) return "changed_since";
  if (change.kind === "absence" && change.before !== null) return "leave_changed";
  const isOfPersonMade = all.some(
    ({ kind, userId, before }) => kind === "account" && before === null && userId === change.userId,
  );
  // A person whom the import made goes whole, with their account.
  if (change.before === null && isOfPersonMade && change.kind !== "account" && change.kind !== "support")
    return all.some((one) => one.userId === change.userId && isChangedSince(one)) ? "in_use" : "nothing_left";
  if (change.kind === "account" && change.before === null)
    if (all.some((one) => one.userId === change.userId && isChangedSince(one))) return "in_use";
  return orInUse(() => inTransaction(tx, (inner) => verbOf(inner, importId, change)));
}

function isChangedSince({ current, version }: Standing): boolean {
  return current !== null && current.version !== version;
}

async function orInUse(work: () => Promise<boolean>): Promise<Outcome> {
  try {
    return (await work()) ? null : "in_use";
  } catch (error) {
    if (error instanceof ChangedByAnother || IN_USE.has(sqlStateOf(error) ?? "")) return "in_use";
    throw error;
  }
}

/** Takes one record back; false where its own rules keep it. */
async function verbOf(tx: Ctx<Manager>, importId: string, change: Standing): Promise<boolean> {
  const { recordId: id, version, userId, before } = change;
  const known = { id, version };
  switch (change.kind) {
    case "support":
      if (before === null) return removeUnchangedSupport(tx, known);
      await writeSupportAssignments(tx, [{ ...known, ...SupportBefore.parse(before) }], []);
      return true;
    case "absence":
      return endAbsence(tx, change);
    case "assistant":
      if (before === null) return false;
      await writeAssistants(tx, [assistantBefore({ known, userId }, before, change.pools)]);
      return true;
    case "executive":
      if (before === null) return false;
      await writeExecutives(tx, [executiveBefore({ known, userId }, before, change.pools)]);
      return true;
    case "account":
      if (before === null)
        await tx.db.$executeRaw`SELECT take_back_person(${importId}::uuid, ${userId}::uuid)`;
      else await renameAccounts(tx, [{ userId, name: NameBefore.parse(before).name }]);
      return true;
  }
}

/** Leave that an import entered ends as leave does, and its history says so. */
async function endAbsence(
  tx: Ctx<Manager>,
  { recordId: id, version, assistantId, status }: Standing,
): Promise<boolean> {
  if (!status || !assistantId) return false;
  const move = endingMove(status);
  const action = move === "cancel" ? "cancelled" : "withdrawn";
  const answer = await correctAbsences(tx, [{ id, version, assistantId, move, action }]);
  return answer.ok;
}
