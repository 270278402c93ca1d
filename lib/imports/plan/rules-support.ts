import { groupedBy } from "@/lib/groups";
import type { ImportFault } from "@/lib/imports/schema";
import type { DutyCatalogue } from "@/lib/imports/sheets/rules-duty-keys";
import { faultAt } from "@/lib/imports/sheets/rules-sheet";
import { type SupportRow, supportKey } from "@/lib/imports/sheets/rules-support";
import { dutySetOf } from "@/lib/support/rules";
import type { Day } from "@/lib/time/day";
import { halfDayIndex } from "@/lib/time/half-day";
import { type Interval, overlappingPairs } from "@/lib/time/interval";
import type { OfficeRows, Planned } from "./rules";
import { type Directory, directoryOf } from "./rules-known-people";
import type { KnownOffice, KnownSupport } from "./rules-office";

type Line = Omit<SupportRow, "duties"> & { dutyIds: readonly string[] };
export type SupportWish = Omit<Line, "line"> & { rank: number };
type Means = { duties: Pick<DutyCatalogue, "knownIdsOf">; faults: ImportFault[] };
type Claim = Line | KnownSupport;
type Claimed = Interval & { of: Claim };

/** The support to make and change. Refuses people and duties that are not known, and for one duty a second primary at a time and a person named twice. */
export function planSupport(rows: OfficeRows, office: KnownOffice, means: Means): Planned<SupportWish>[] {
  const { faults } = means;
  const directory = directoryOf(rows, office);
  const byKey = new Map(office.support.map((known) => [supportKey(known), known]));
  const support = (rows.support ?? []).map((row) => lineOf(row, byKey.get(supportKey(row)), means));
  for (const row of support)
    faults.push(...strangersIn(row, directory), ...keptApartIn(row, byKey.get(supportKey(row)), office));
  const named = new Set(support.map(supportKey));
  const others = office.support.filter((known) => !named.has(supportKey(known)));
  for (const fault of clashesIn([...support, ...others])) faults.push(fault);
  const nextRank = rankGiver(office.support);
  return support.map(({ line, ...row }) => {
    const known = byKey.get(supportKey(row)) ?? null;
    return {
      line,
      name: `${directory.nameOf(row.executiveEmail)} – ${directory.nameOf(row.assistantEmail)}`,
      known: known && { id: known.id, version: known.version },
      columns: known ? changedColumns(known, row) : [],
      wanted: { ...row, rank: known?.rank ?? nextRank(row) },
    };
  });
}

function lineOf({ duties: keys, ...row }: SupportRow, known: KnownSupport | undefined, means: Means): Line {
  const before = dutySetOf(known?.dutyIds ?? []);
  if (keys === undefined) return { ...row, dutyIds: before };
  const ids = means.duties.knownIdsOf(keys);
  if (ids.ok) return { ...row, dutyIds: dutySetOf(ids.value) };
  const place = { file: "support" as const, line: row.line, column: "duties", value: keys.join(";") };
  means.faults.push(faultAt(place, ids.reason, ids.details as ImportFault["values"]));
  return { ...row, dutyIds: before };
}

function changedColumns(known: KnownSupport, { to, dutyIds }: Omit<Line, "line">): string[] {
  const isSameDuties = dutySetOf(known.dutyIds).join() === dutyIds.join();
  return [...(known.to === to ? [] : ["to"]), ...(isSameDuties ? [] : ["duties"])];
}

function strangersIn(row: Line, directory: Directory): ImportFault[] {
  const { line, executiveEmail, assistantEmail, from } = row;
  const file = "support";
  const faults: ImportFault[] = [];
  if (!directory.hasExecutive(executiveEmail))
    faults.push(
      faultAt({ file, line, column: "executive_email", value: executiveEmail }, "unknown_executive"),
    );
  if (!directory.hasAssistant(assistantEmail))
    faults.push(
      faultAt({ file, line, column: "assistant_email", value: assistantEmail }, "unknown_assistant"),
    );
  const leavesOn = directory.leavesOn(assistantEmail);
  if (leavesOn !== null && leavesOn < from)
    faults.push(
      faultAt({ file, line, column: "from", value: from }, "assistant_leaves_before", { leavesOn }),
    );
  return faults;
}

/** Support of a pair that is kept apart may run out; none begins, and none lasts longer. */
function keptApartIn(
  { line, executiveEmail, assistantEmail, from, to }: Line,
  known: KnownSupport | undefined,
  { keptApart }: KnownOffice,
): ImportFault[] {
  if (known && (known.to === null || (to !== null && to <= known.to))) return [];
  const isApart = keptApart.some(
    (pair) =>
      pair.executiveEmail === executiveEmail &&
      pair.assistantEmail === assistantEmail &&
      (pair.until === null || pair.until >= from),
  );
  const place = { file: "support" as const, line, column: "assistant_email", value: assistantEmail };
  return isApart ? [faultAt(place, "not_available_for_executive")] : [];
}

function clashesIn(claims: readonly Claim[]): ImportFault[] {
  const faults: ImportFault[] = [];
  const byDuty = [...groupedBy(claims, (claim) => claim.executiveEmail).values()].flatMap(claimsByDuty);
  for (const ofExecutive of byDuty) {
    for (const ofPair of groupedBy(ofExecutive, (claim) => claim.assistantEmail).values()) {
      for (const pair of overlappingPairs(ofPair.map(claimedHalfDays)))
        faults.push(...clashFault(pair, "named_twice"));
    }
    const primaries = ofExecutive.filter((claim) => claim.role === "primary");
    for (const pair of overlappingPairs(primaries.map(claimedHalfDays))) {
      const isSamePerson = pair[0].of.assistantEmail === pair[1].of.assistantEmail;
      if (!isSamePerson) faults.push(...clashFault(pair, "primary_overlaps"));
    }
  }
  return [
    ...new Map(faults.map((fault) => [`${fault.line} ${fault.code} ${fault.values.line}`, fault])).values(),
  ];
}

/** An executive's support duty by duty; support of all duties is with each of them. */
function claimsByDuty(claims: readonly Claim[]): Claim[][] {
  const ofAll = claims.filter(({ dutyIds }) => dutyIds.length === 0);
  const duties = [...new Set(claims.flatMap(({ dutyIds }) => dutyIds))];
  const ofDuty = (duty: string) =>
    claims.filter(({ dutyIds }) => dutyIds.length === 0 || dutyIds.includes(duty));
  return duties.length === 0 ? [ofAll] : duties.map(ofDuty);
}

function claimedHalfDays(claim: Claim): Claimed {
  const end = claim.to === null ? Number.POSITIVE_INFINITY : halfDayIndex(claim.to, "pm") + 1;
  return { start: halfDayIndex(claim.from, "am"), end, of: claim };
}

function clashFault(
  pair: readonly [Claimed, Claimed],
  kind: "named_twice" | "primary_overlaps",
): ImportFault[] {
  const [later, earlier] = pair.map((claimed) => claimed.of).sort((a, b) => lineNumber(b) - lineNumber(a));
  if (!later || !earlier || !("line" in later)) return [];
  const where =
    kind === "named_twice"
      ? { column: "assistant_email", value: later.assistantEmail }
      : { column: "role", value: later.role };
  const place = { file: "support" as const, line: later.line, ...where };
  if ("line" in earlier) return [faultAt(place, `${kind}_line`, { line: earlier.line })];
  const { assistantName: name, role, from, to } = earlier;
  return [faultAt(place, `${kind}_existing`, { name, role, from, to: to ?? "none" })];
}

function lineNumber(claim: Claim): number {
  return "line" in claim ? claim.line : 0;
}

/** Backups of an executive are asked in the order of the file, after those that are there. */
function rankGiver(
  known: readonly KnownSupport[],
): (row: { executiveEmail: string; role: string; from: Day }) => number {
  const highest = new Map<string, number>();
  for (const { executiveEmail, role, rank } of known) {
    if (role === "backup") highest.set(executiveEmail, Math.max(rank, highest.get(executiveEmail) ?? 0));
  }
  return ({ executiveEmail, role }) => {
    if (role !== "backup") return 1;
    const rank = Math.min(99, (highest.get(executiveEmail) ?? 0) + 1);
    highest.set(executiveEmail, rank);
    return rank;
  };
}
