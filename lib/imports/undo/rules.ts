import type { Known, KnownOffice, KnownPerson } from "@/lib/imports/plan/rules-office";
import type { UndoKind } from "./schema";

/** What an import did to one record: the version it left, and what was there before; null before for what it made. */
export type ImportedChange = {
  kind: UndoKind;
  recordId: string;
  userId: string;
  version: number;
  before: Readonly<Record<string, unknown>> | null;
};

/** What an import made and changed, by the office before it and after it. */
export function changesBetween(before: KnownOffice, after: KnownOffice): ImportedChange[] {
  const userIdOf = (email: string) => after.people.get(email)?.userId ?? "";
  const people = [...after.people.values()].flatMap((person) =>
    changesOfPerson(before.people.get(person.email), person),
  );
  const support = changedRows(before.support, after.support, ({ to, dutyIds }) => ({ to, dutyIds }));
  const absences = changedRows(before.absences, after.absences, ({ type, status }) => ({ type, status }));
  return [
    ...people,
    ...support.map(({ row, ...change }) => ({
      kind: "support" as const,
      userId: userIdOf(row.assistantEmail),
      ...change,
    })),
    ...absences.map(({ row, ...change }) => ({
      kind: "absence" as const,
      userId: userIdOf(row.assistantEmail),
      ...change,
    })),
  ].filter(({ userId }) => userId !== "");
}

function changesOfPerson(before: KnownPerson | undefined, after: KnownPerson): ImportedChange[] {
  const { userId } = after;
  const account = { kind: "account" as const, recordId: userId, userId, version: 1 };
  const named: ImportedChange[] =
    before === undefined
      ? [{ ...account, before: null }]
      : before.name === after.name
        ? []
        : [{ ...account, before: { name: before.name, given: after.name } }];
  return [
    ...named,
    ...changeOfRecord("assistant", userId, before?.assistant ?? null, after.assistant),
    ...changeOfRecord("executive", userId, before?.executive ?? null, after.executive),
  ];
}

function changeOfRecord<T extends object>(
  kind: "assistant" | "executive",
  userId: string,
  before: Known<T> | null,
  after: Known<T> | null,
): ImportedChange[] {
  if (!after || before?.version === after.version) return [];
  const record = before && Object.fromEntries(Object.entries(before.record));
  return [{ kind, userId, recordId: after.id, version: after.version, before: record }];
}

type Row = { id: string; version: number; assistantEmail: string };

function changedRows<T extends Row>(
  before: readonly T[],
  after: readonly T[],
  valuesOf: (row: T) => Record<string, unknown>,
): (Pick<ImportedChange, "recordId" | "version" | "before"> & { row: T })[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((row) => {
    const was = known.get(row.id);
    if (was?.version === row.version) return [];
    return [{ row, recordId: row.id, version: row.version, before: was ? valuesOf(was) : null }];
  });
}
