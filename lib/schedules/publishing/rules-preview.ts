import type { PlannedShift } from "@/lib/schedules/week/rules";
import { type Finding, REFUSED_RULES } from "@/lib/schedules/week/rules-findings-kinds";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { findingsIn } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { dayOfChange, type ShiftChange, shiftChangesOf } from "./rules";

type RefusedRule = (typeof REFUSED_RULES)[number];

/** What publishing would do: which drafts, what it tells whom, what needs a reason, what is left out. */
export type PublicationPlan = {
  drafts: PlannedShift[];
  changes: ShiftChange[];
  findings: Finding[];
  leftOut: { shiftId: string; rule: RefusedRule | "day_passed" }[];
  /** Days from today to the first day that changes; null where nothing does. */
  noticeDays: number | null;
  isLate: boolean;
};

export type PublicationChoice = {
  assistantIds?: readonly string[] | undefined;
  roleIds?: readonly string[] | undefined;
};

/** Works out a publication of a week's drafts, of some people or roles where it is chosen. A draft that is wrong in itself or whose day has passed stays a draft and stops no other. */
export function planPublication(roster: Roster, choice: PublicationChoice, today: Day): PublicationPlan {
  const published = new Map(
    roster.shifts.filter(({ status }) => status === "published").map((shift) => [shift.id, shift]),
  );
  const chosen = roster.shifts.filter((shift) => isChosen(roster, shift, published, choice));
  const isPast = (shift: PlannedShift) => sidesOf(shift, published).some(({ on }) => on < today);
  const leftOut: PublicationPlan["leftOut"] = chosen
    .filter(isPast)
    .map(({ id }) => ({ shiftId: id, rule: "day_passed" }));
  let drafts = chosen.filter((shift) => !isPast(shift));
  let findings = findingsAfter(roster, drafts, published);
  for (let wrong = refusedOf(findings, drafts); wrong.length > 0; wrong = refusedOf(findings, drafts)) {
    leftOut.push(...wrong);
    drafts = drafts.filter(({ id }) => !wrong.some(({ shiftId }) => shiftId === id));
    findings = findingsAfter(roster, drafts, published);
  }
  const changes = shiftChangesOf(drafts, published);
  const [first] = changes.map(dayOfChange).sort();
  const noticeDays = first === undefined ? null : daysBetween(today, first);
  const isLate = noticeDays !== null && noticeDays < roster.rules.policy.noticeDays;
  return { drafts, changes, findings, leftOut, noticeDays, isLate };
}

function isChosen(
  { monday }: Roster,
  shift: PlannedShift,
  published: ReadonlyMap<string, PlannedShift>,
  { assistantIds, roleIds }: PublicationChoice,
): boolean {
  if (shift.status !== "draft") return false;
  const sides = sidesOf(shift, published);
  if (!sides.some(({ on }) => on >= monday && on <= addDays(monday, 6))) return false;
  const isOfPeople =
    !assistantIds || sides.some((one) => one.assistantId && assistantIds.includes(one.assistantId));
  const isOfRoles = !roleIds || sides.some((one) => one.work.some(({ roleId }) => roleIds.includes(roleId)));
  return isOfPeople && isOfRoles;
}

/** A draft, and what it changes. */
function sidesOf(shift: PlannedShift, published: ReadonlyMap<string, PlannedShift>): PlannedShift[] {
  const before = published.get(shift.supersedesId ?? "");
  return before ? [shift, before] : [shift];
}

/** What is found of those whom the drafts concern, once these drafts and no others are published. */
function findingsAfter(
  roster: Roster,
  drafts: readonly PlannedShift[],
  published: ReadonlyMap<string, PlannedShift>,
): Finding[] {
  const superseded = new Set(drafts.flatMap(({ supersedesId }) => supersedesId ?? []));
  const after = [
    ...[...published.values()].filter(({ id }) => !superseded.has(id)),
    ...drafts.filter(({ isRemoval }) => !isRemoval),
  ];
  const isDraft = new Set(drafts.map(({ id }) => id));
  const concerned = new Set(drafts.flatMap(({ assistantId }) => assistantId ?? []));
  const byPerson = new Map<string, PlannedShift[]>();
  for (const shift of after) {
    if (!shift.assistantId || !concerned.has(shift.assistantId)) continue;
    const theirs = byPerson.get(shift.assistantId) ?? [];
    theirs.push(shift);
    byPerson.set(shift.assistantId, theirs);
  }
  return roster.people
    .filter(({ id }) => concerned.has(id))
    .flatMap((person: RosterMember) => findingsIn(roster, person, byPerson.get(person.id) ?? []))
    .filter(({ shiftId }) => isDraft.has(shiftId));
}

function refusedOf(
  findings: readonly Finding[],
  drafts: readonly PlannedShift[],
): PublicationPlan["leftOut"] {
  const wrong = new Map<string, RefusedRule>();
  for (const { shiftId, rule } of findings) {
    const refused = REFUSED_RULES.find((one) => one === rule);
    if (refused && drafts.some(({ id }) => id === shiftId)) wrong.set(shiftId, refused);
  }
  return [...wrong].map(([shiftId, rule]) => ({ shiftId, rule }));
}

/** The findings for which a reason is still to be given. */
export function findingsWithoutReason(
  findings: readonly Finding[],
  given: readonly { shiftId: string; rule: string; reason: string }[],
): Finding[] {
  const isGiven = (finding: Finding) =>
    given.some((one) => one.shiftId === finding.shiftId && one.rule === finding.rule && one.reason !== "");
  return findings.filter((one) => one.kind === "override" && one.reason === null && !isGiven(one));
}
