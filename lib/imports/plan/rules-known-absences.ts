import { groupedBy } from "@/lib/groups";
import { type AbsenceRow, absenceKey } from "@/lib/imports/sheets/rules-absences";
import { doOverlap, wholeHalves } from "@/lib/time/stretch";
import type { KnownAbsence } from "./rules-office";

/**
 * Finds what is known of each line: the absence of the same person, type and start, else the only one that it can be a
 * correction of, which no other line can be. Sickness within leave is none.
 */
export function knownAbsenceFinder(
  rows: readonly AbsenceRow[],
  known: readonly KnownAbsence[],
): (row: AbsenceRow) => KnownAbsence | null {
  const byKey = new Map(known.map((one) => [absenceKey(one), one]));
  const found = new Map<AbsenceRow, KnownAbsence>();
  const named = new Set<string>();
  for (const row of rows) {
    const same = byKey.get(absenceKey(row));
    if (!same) continue;
    found.set(row, same);
    named.add(same.id);
  }
  const left = groupedBy(
    known.filter((one) => !named.has(one.id)),
    (one) => one.assistantEmail,
  );
  const pairs = rows
    .filter((row) => !found.has(row))
    .flatMap((row) =>
      (left.get(row.assistantEmail) ?? [])
        .filter((one) => isCorrection(row, one))
        .map((one) => ({ row, one })),
    );
  const byRow = groupedBy(pairs, ({ row }) => String(row.line));
  const byKnown = groupedBy(pairs, ({ one }) => one.id);
  for (const { row, one } of pairs)
    if (byRow.get(String(row.line))?.length === 1 && byKnown.get(one.id)?.length === 1) found.set(row, one);
  return (row) => found.get(row) ?? null;
}

/** The same type on days in common, or another type on the very same days. */
function isCorrection(row: AbsenceRow, known: KnownAbsence): boolean {
  if (row.type === known.type) return doOverlap(wholeHalves(row), known);
  const { from, fromPart, to, toPart, startMinute } = known;
  const isSameStart = row.from === from && row.fromPart === fromPart;
  return isSameStart && row.to === to && row.toPart === toPart && startMinute === null;
}
