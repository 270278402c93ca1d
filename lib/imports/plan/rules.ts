import type { FileCounts, ImportChange, ImportFault, ImportFile, ImportWarning } from "@/lib/imports/schema";
import { IMPORT_FILES } from "@/lib/imports/schema";
import type { AbsenceRow } from "@/lib/imports/sheets/rules-absences";
import type { AssistantRow } from "@/lib/imports/sheets/rules-assistants";
import { dutyCatalogue, type NewDuty } from "@/lib/imports/sheets/rules-duty-keys";
import type { ExecutiveRow } from "@/lib/imports/sheets/rules-executives";
import type { SupportRow } from "@/lib/imports/sheets/rules-support";
import { type ImportedAbsence, planAbsences } from "./rules-absences";
import { type AccountPlan, planAccounts } from "./rules-accounts";
import { compareMembers } from "./rules-members";
import type { AssistantRecord, ExecutiveRecord, KnownOffice } from "./rules-office";
import { planAssistants, planExecutives, poolList } from "./rules-people";
import { planSupport, type SupportWish } from "./rules-support";

/** One file's soundly read lines; `named` holds every address it speaks of, also in lines with faults. */
export type PeopleFile<T> = { records: readonly T[]; named: ReadonlySet<string>; isReadable: boolean };

/** What the files say, as far as it could be read. A file that was not given says nothing. */
export type OfficeRows = {
  assistants: PeopleFile<AssistantRow> | null;
  executives: PeopleFile<ExecutiveRow> | null;
  support: readonly SupportRow[] | null;
  absences: readonly AbsenceRow[] | null;
};

/** A record a file asks for: new when none is known, unchanged when no column differs. */
export type Planned<T> = {
  line: number;
  name: string;
  known: { id: string; version: number } | null;
  columns: readonly string[];
  wanted: T;
};

export type PersonWish<T> = { email: string; record: T };

/** Everything an import is about to write. */
export type OfficePlan = AccountPlan & {
  newPools: string[];
  newDuties: NewDuty[];
  assistants: Planned<PersonWish<AssistantRecord>>[];
  executives: Planned<PersonWish<ExecutiveRecord>>[];
  support: Planned<SupportWish>[];
  absences: Planned<ImportedAbsence>[];
  faults: ImportFault[];
  warnings: ImportWarning[];
};

/** Works out what the files change in the office, and what they ask that can't be. */
export function planOffice(rows: OfficeRows, office: KnownOffice): OfficePlan {
  const faults: ImportFault[] = [];
  const warnings: ImportWarning[] = [];
  const findings = { faults, warnings };
  const pools = poolList(office.pools);
  const duties = dutyCatalogue(office.duties, warnings);
  const accounts = planAccounts(rows, office, findings);
  compareMembers(rows, office, findings);
  const assistants = planAssistants(rows.assistants?.records ?? [], office, { pools, duties, ...findings });
  const executives = planExecutives(rows.executives?.records ?? [], office, { pools, duties, ...findings });
  const support = planSupport(rows, office, { duties, ...findings });
  const absences = planAbsences(rows, office, findings);
  return {
    ...accounts,
    newPools: pools.added(),
    newDuties: duties.added(),
    assistants,
    executives,
    support,
    absences,
    faults,
    warnings,
  };
}

/** True for a record that has to be written. */
export function isChange(planned: Planned<unknown>): boolean {
  return planned.known === null || planned.columns.length > 0;
}

/** What a plan makes, changes and leaves, by file. */
export function countsOf(planned: readonly Planned<unknown>[], rows: number): FileCounts {
  const created = planned.filter((one) => one.known === null).length;
  const updated = planned.filter((one) => one.known !== null && one.columns.length > 0).length;
  return { rows, created, updated, unchanged: planned.length - created - updated };
}

/** Each record a plan makes or changes, in the order of the files and their lines. */
export function changesOf(plan: OfficePlan): ImportChange[] {
  return IMPORT_FILES.flatMap((file: ImportFile) =>
    plan[file].filter(isChange).map(({ line, name, known, columns }) => ({
      file,
      line,
      kind: known ? ("update" as const) : ("create" as const),
      name,
      columns: [...columns],
    })),
  );
}
