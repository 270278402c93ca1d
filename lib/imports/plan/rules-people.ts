import type { ImportFault, ImportFile } from "@/lib/imports/schema";
import type { AssistantRow } from "@/lib/imports/sheets/rules-assistants";
import { foldedName, slipOf } from "@/lib/imports/sheets/rules-closest";
import type { DutyCatalogue } from "@/lib/imports/sheets/rules-duty-keys";
import type { ExecutiveRow } from "@/lib/imports/sheets/rules-executives";
import { faultAt, type Read } from "@/lib/imports/sheets/rules-sheet";
import { reject } from "@/lib/result";
import type { PersonWish, Planned } from "./rules";
import type {
  AssistantRecord,
  ExecutiveRecord,
  Known,
  KnownOffice,
  KnownPerson,
  KnownPool,
} from "./rules-office";

/** The pools by name, in any case; one that is not known is created, one that others lead is refused, and so is one that differs from another by a slip. */
export type PoolList = { nameOf: (name: string) => Read<string>; added: () => string[] };

export function poolList(known: readonly KnownPool[]): PoolList {
  const byName = new Map(known.map((pool) => [foldedName(pool.name), pool]));
  const added = new Map<string, string>();
  return {
    added: () => [...added.values()],
    nameOf: (name) => {
      const key = foldedName(name);
      const pool = byName.get(key);
      if (pool && !pool.isManaged) return reject("pool_elsewhere");
      const names = [...known.map((one) => one.name), ...added.values()];
      const closest = pool || added.has(key) ? null : slipOf(name, names);
      if (closest) return reject("pool_close_to", { details: { closest } });
      if (!pool && !added.has(key)) added.set(key, name);
      return { ok: true, value: pool?.name ?? added.get(key) ?? name };
    },
  };
}

type Means = { pools: PoolList; duties: DutyCatalogue; faults: ImportFault[] };
type Row = { line: number; email: string; name: string; pool: string };

/** The assistants to make and change. Refuses a person of a pool that others lead. */
export function planAssistants(
  rows: readonly AssistantRow[],
  office: KnownOffice,
  means: Means,
): Planned<PersonWish<AssistantRecord>>[] {
  return rows.flatMap((row) => {
    const account = office.people.get(row.email);
    const known = account?.assistant ?? null;
    const keys = row.skills?.map((skill) => skill.duty) ?? [];
    const place = placed("assistants", row, "skills", keys, known, means);
    if (!place) return [];
    const before = known?.record;
    const skills = row.skills?.map(({ proficiency }, i) => ({ dutyId: place.dutyIds[i] ?? "", proficiency }));
    const record: AssistantRecord = {
      pool: place.pool,
      site: row.site ?? before?.site ?? "",
      phone: row.phone ?? before?.phone ?? "",
      seniority: row.seniority ?? before?.seniority ?? "assistant",
      ftePercent: row.ftePercent ?? before?.ftePercent ?? 100,
      hiredOn: row.hiredOn === undefined ? (before?.hiredOn ?? null) : row.hiredOn,
      leavesOn: row.leavesOn === undefined ? (before?.leavesOn ?? null) : row.leavesOn,
      hours: row.hours,
      skills: sortedBy(skills ?? before?.skills ?? [], (skill) => skill.dutyId),
      languages: sortedBy(row.languages ?? before?.languages ?? [], (one) => one.language),
    };
    const { hiredOn, leavesOn } = record;
    if (hiredOn && leavesOn && leavesOn < hiredOn)
      means.faults.push(
        faultAt(
          { file: "assistants", line: row.line, column: "leaves", value: leavesOn },
          "leaves_before_hired",
          {
            hiredOn,
          },
        ),
      );
    return [planned(row, account, known, record, ASSISTANT_COLUMNS)];
  });
}

/** The executives to make and change. Refuses a person of a pool that others lead. */
export function planExecutives(
  rows: readonly ExecutiveRow[],
  office: KnownOffice,
  means: Means,
): Planned<PersonWish<ExecutiveRecord>>[] {
  return rows.flatMap((row) => {
    const account = office.people.get(row.email);
    const known = account?.executive ?? null;
    const keys = row.duties?.map((need) => need.duty) ?? [];
    const place = placed("executives", row, "duties", keys, known, means);
    if (!place) return [];
    const before = known?.record;
    const duties = row.duties?.map(({ duty: _, ...need }, i) => ({
      dutyId: place.dutyIds[i] ?? "",
      ...need,
    }));
    const record: ExecutiveRecord = {
      pool: place.pool,
      title: row.title ?? before?.title ?? "",
      department: row.department ?? before?.department ?? "",
      tier: row.tier ?? before?.tier ?? 1,
      site: row.site ?? before?.site ?? "",
      phone: row.phone ?? before?.phone ?? "",
      onsite: row.onsite ?? before?.onsite ?? false,
      leavesOn: row.leavesOn === undefined ? (before?.leavesOn ?? null) : row.leavesOn,
      duties: sortedBy(duties ?? before?.duties ?? [], (need) => need.dutyId),
      languages: sortedBy(row.languages ?? before?.languages ?? [], (one) => one.language),
    };
    return [planned(row, account, known, record, EXECUTIVE_COLUMNS)];
  });
}

const ASSISTANT_COLUMNS: Record<keyof AssistantRecord, string> = {
  pool: "pool",
  site: "site",
  phone: "phone",
  seniority: "seniority",
  ftePercent: "fte",
  hiredOn: "hired",
  leavesOn: "leaves",
  hours: "working_days",
  skills: "skills",
  languages: "languages",
};
const EXECUTIVE_COLUMNS: Record<keyof ExecutiveRecord, string> = {
  pool: "pool",
  title: "title",
  department: "department",
  tier: "tier",
  site: "site",
  phone: "phone",
  onsite: "onsite",
  leavesOn: "leaves",
  duties: "duties",
  languages: "languages",
};

function placed(
  file: ImportFile,
  row: Row,
  dutyColumn: string,
  keys: readonly string[],
  known: Known<unknown> | null,
  { pools, duties, faults }: Means,
): { pool: string; dutyIds: string[] } | null {
  const { line } = row;
  if (known && !known.isManaged) {
    faults.push(faultAt({ file, line, column: "email", value: row.email }, "person_elsewhere"));
    return null;
  }
  const pool = pools.nameOf(row.pool);
  if (!pool.ok) {
    const values = pool.details as ImportFault["values"];
    faults.push(faultAt({ file, line, column: "pool", value: row.pool }, pool.reason, values));
  }
  const dutyIds = duties.idsOf(keys, { file, line, column: dutyColumn });
  if (!dutyIds.ok) {
    const values = dutyIds.details as ImportFault["values"];
    faults.push(faultAt({ file, line, column: dutyColumn, value: keys.join(";") }, dutyIds.reason, values));
  }
  return pool.ok && dutyIds.ok ? { pool: pool.value, dutyIds: dutyIds.value } : null;
}

function planned<T extends object>(
  row: Row,
  account: KnownPerson | undefined,
  known: Known<T> | null,
  record: T,
  columnOf: Record<keyof T, string>,
): Planned<PersonWish<T>> {
  const isRenamed = account !== undefined && account.name !== row.name && account.canRename;
  return {
    line: row.line,
    name: row.name,
    known: known && { id: known.id, version: known.version },
    columns: known ? [...(isRenamed ? ["name"] : []), ...differing(known.record, record, columnOf)] : [],
    wanted: { email: row.email, record },
  };
}

function differing<T extends object>(before: T, after: T, columnOf: Record<keyof T, string>): string[] {
  return (Object.keys(columnOf) as (keyof T)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => columnOf[key]);
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
