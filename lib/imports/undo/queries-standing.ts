import "server-only";
import type { AbsenceStatus } from "@/lib/absences/requests/rules-statuses";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { KnownOffice, KnownPerson } from "@/lib/imports/plan/rules-office";
import { NameBefore } from "./queries-before";
import type { ImportedChange } from "./rules";
import type { UndoKind } from "./schema";

/** A change of an import beside how its record stands now; null where there is none any more. */
export type Standing = Omit<ImportedChange, "before"> & {
  before: unknown;
  name: string;
  current: { version: number } | null;
  /** Of an absence: how it stands, and whose it is. */
  status?: AbsenceStatus;
  assistantId?: string;
  /** Ids of pools by name. */
  pools: ReadonlyMap<string, string>;
};

type Row = ImportedChange & { before: unknown; user: { email: string; name: string } };
type Load = (ctx: Ctx<Manager>, addresses: readonly string[]) => Promise<KnownOffice>;

/** What an import made and changed, and how each record stands now. */
export async function currentOf(tx: Ctx<Manager>, importId: string, load: Load): Promise<Standing[]> {
  const rows = await tx.db.importChange.findMany({
    where: { importId },
    include: { user: { select: { email: true, name: true } } },
    orderBy: { recordId: "asc" },
  });
  const addresses = [...new Set([...rows.map(({ user }) => user.email), ...(await executivesOf(tx, rows))])];
  const office = await load(tx, addresses);
  const pools = new Map(office.pools.map(({ name, id }) => [name, id]));
  const absences = new Map(office.absences.map((one) => [one.id, one]));
  const support = new Map(office.support.map((one) => [one.id, one]));
  return rows.map(({ user, importId: _, ...change }) => {
    const row = { ...change, kind: change.kind as UndoKind, user } as Row;
    const person = office.people.get(user.email);
    const absence = absences.get(change.recordId);
    return {
      ...row,
      name: user.name,
      pools,
      current:
        row.kind === "support"
          ? (support.get(row.recordId) ?? null)
          : row.kind === "absence"
            ? (absence ?? null)
            : currentOfPerson(row, person),
      ...(absence && { status: absence.status }),
      ...(person?.assistant && { assistantId: person.assistant.id }),
    };
  });
}

/** The addresses of the executives whose support an import touched: support is known by them. */
async function executivesOf(
  { db }: Ctx<Manager>,
  rows: readonly { kind: string; recordId: string }[],
): Promise<string[]> {
  const ids = rows.filter(({ kind }) => kind === "support").map(({ recordId }) => recordId);
  const found = await db.supportAssignment.findMany({
    where: { id: { in: ids } },
    select: { executive: { select: { user: { select: { email: true } } } } },
  });
  return found.map(({ executive }) => executive.user.email);
}

function currentOfPerson(
  { kind, version, before }: Row,
  person: KnownPerson | undefined,
): { version: number } | null {
  if (kind === "assistant") return person?.assistant ?? null;
  if (kind === "executive") return person?.executive ?? null;
  if (!person) return null;
  const given = before === null ? person.name : NameBefore.parse(before).given;
  return { version: person.name === given ? version : version + 1 };
}
