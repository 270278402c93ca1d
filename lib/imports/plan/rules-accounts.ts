import type { ImportFault, ImportFile, ImportWarning } from "@/lib/imports/schema";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import type { OfficeRows } from "./rules";
import type { KnownOffice } from "./rules-office";

/** The accounts to make (invited, without a password) and the names to correct. */
export type AccountPlan = {
  newAccounts: { email: string; name: string }[];
  renamed: { userId: string; email: string; name: string }[];
};

type Findings = { faults: ImportFault[]; warnings: ImportWarning[] };
type Named = { file: ImportFile; line: number; email: string; name: string };

/** One account for each address, whichever files it stands in; refuses two names for it, and a closed account. */
export function planAccounts(rows: OfficeRows, office: KnownOffice, findings: Findings): AccountPlan {
  const plan: AccountPlan = { newAccounts: [], renamed: [] };
  const first = new Map<string, Named>();
  for (const one of namedIn(rows)) {
    const { file, line, email, name } = one;
    const before = first.get(email);
    if (before) {
      if (before.name !== name)
        findings.faults.push(
          faultAt({ file, line, column: "name", value: name }, "name_differs", {
            line: before.line,
            other: before.name,
          }),
        );
      continue;
    }
    first.set(email, one);
    planAccount(one, office, plan, findings);
  }
  return plan;
}

function planAccount(one: Named, office: KnownOffice, plan: AccountPlan, findings: Findings): void {
  const { file, line, email, name } = one;
  const account = office.people.get(email);
  if (!account) plan.newAccounts.push({ email, name });
  else if (account.isDisabled)
    findings.faults.push(faultAt({ file, line, column: "email", value: email }, "account_disabled"));
  else if (account.name !== name && account.canRename)
    plan.renamed.push({ userId: account.userId, email, name });
  else if (account.name !== name)
    findings.warnings.push({
      file,
      line,
      column: "name",
      value: name,
      code: "name_kept",
      values: { name: account.name },
    });
}

function namedIn({ assistants, executives }: OfficeRows): Named[] {
  return [
    ...(assistants?.records ?? []).map(({ line, email, name }) => ({
      file: "assistants" as const,
      line,
      email,
      name,
    })),
    ...(executives?.records ?? []).map(({ line, email, name }) => ({
      file: "executives" as const,
      line,
      email,
      name,
    })),
  ];
}
