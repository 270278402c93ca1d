import type { ImportFault } from "@/lib/imports/schema";
import type { Day } from "@/lib/time/day";
import { emailOf, needed, optionalDateOf, phoneOf, textOf, tierOf, yesOrNoOf } from "./rules-cells";
import { type DutyCell, dutiesOf, type NeededLanguageCell, neededLanguagesOf } from "./rules-lists";
import { firstLines, readRows, type Sheet } from "./rules-sheet";

/** An executive as a line of executives.csv says it; undefined is what the file has no column for. */
export type ExecutiveRow = {
  line: number;
  name: string;
  email: string;
  pool: string;
  title?: string | undefined;
  department?: string | undefined;
  tier?: number | undefined;
  site?: string | undefined;
  phone?: string | undefined;
  onsite?: boolean | undefined;
  duties?: DutyCell[] | undefined;
  languages?: NeededLanguageCell[] | undefined;
  leavesOn?: Day | null | undefined;
};

/** The executives of a file; an address that stands there twice is a fault at the second line. */
export function parseExecutives(sheet: Sheet): { records: ExecutiveRow[]; faults: ImportFault[] } {
  const lines = firstLines();
  return readRows(sheet, (row) => {
    const name = row.read("name", needed(textOf(120)));
    const email = row.read("email", needed(emailOf));
    const pool = row.read("pool", needed(textOf(80)));
    const more = {
      title: row.read("title", textOf(120)),
      department: row.read("department", textOf(120)),
      tier: row.read("tier", tierOf),
      site: row.read("site", textOf(80)),
      phone: row.read("phone", phoneOf),
      onsite: row.read("onsite", yesOrNoOf),
      duties: row.read("duties", dutiesOf),
      languages: row.read("languages", neededLanguagesOf),
      leavesOn: row.read("leaves", optionalDateOf),
    };
    if (email) lines.refuseRepeat(row, "email", "email_twice", email);
    return name && email && pool ? { line: row.line, name, email, pool, ...more } : undefined;
  });
}
