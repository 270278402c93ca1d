import { groupedBy } from "@/lib/groups";
import type { ImportFault, ImportWarning } from "@/lib/imports/schema";
import { foldedName, slipOf } from "@/lib/imports/sheets/rules-closest";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import type { OfficeRows, PeopleFile } from "./rules";
import type { KnownMember, KnownOffice } from "./rules-office";

const MOST_NAMES = 20;
const PEOPLE_FILES = ["assistants", "executives"] as const;

type Findings = { faults: ImportFault[]; warnings: ImportWarning[] };
type Row = { line: number; name: string; email: string; pool: string; site?: string | undefined };

/**
 * Compares the people of a file with those of its pools: who is missing is reported and stays, who is missing under their
 * address and new under another is asked about, and so is a site that differs from a known one by a slip.
 */
export function compareMembers(rows: OfficeRows, office: KnownOffice, findings: Findings): void {
  for (const kind of PEOPLE_FILES) {
    const file: PeopleFile<Row> | null = rows[kind];
    if (!file?.isReadable) continue;
    const pools = new Set(file.records.map((row) => foldedName(row.pool)));
    const missing = office.members.filter(
      (one) => one.file === kind && pools.has(foldedName(one.pool)) && !file.named.has(one.email),
    );
    const byName = new Map(missing.map((one) => [personKey(one), one]));
    for (const row of file.records) {
      const before = office.people.has(row.email) ? undefined : byName.get(personKey(row));
      if (before) findings.faults.push(changedEmail(kind, row, before));
    }
    for (const [pool, some] of groupedBy(missing, (one) => one.pool))
      findings.warnings.push(missingPeople(kind, pool, some));
  }
  findings.warnings.push(...sitesAskedAbout(rows, office));
}

function personKey({ name, pool }: Pick<Row, "name" | "pool">): string {
  return `${foldedName(name)}, ${foldedName(pool)}`;
}

function changedEmail(file: KnownMember["file"], row: Row, { name, pool, email }: KnownMember): ImportFault {
  return faultAt({ file, line: row.line, column: "email", value: row.email }, "email_changed", {
    name,
    pool,
    email,
  });
}

function missingPeople(
  file: KnownMember["file"],
  pool: string,
  people: readonly KnownMember[],
): ImportWarning {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = people.length > names.length ? ["…"] : [];
  const values = { count: people.length, pool, names: [...names, ...more].join(", ") };
  return { file, line: null, column: null, value: "", code: "people_missing", values };
}

/** Once for each new site, at the first line that has it. */
function sitesAskedAbout(rows: OfficeRows, office: KnownOffice): ImportWarning[] {
  const known = new Set(office.members.map(({ site }) => site).filter((site) => site !== ""));
  const warnings: ImportWarning[] = [];
  for (const file of PEOPLE_FILES)
    for (const { line, site = "" } of rows[file]?.records ?? []) {
      if (site === "" || known.has(site)) continue;
      const closest = slipOf(site, known);
      known.add(site);
      if (closest)
        warnings.push({
          file,
          line,
          column: "site",
          value: site,
          code: "site_close_to",
          values: { closest },
        });
    }
  return warnings;
}
