import type { AssistantFacts, ExecutiveFacts, OfficeFacts } from "./random-office";

type Status = "own" | "cover" | "gap" | "not_needed";

/**
 * Who serves each executive, worked out a second time from the facts alone: text comparisons on "2026-08-17am", no code
 * of the product. Keys are "e0 2026-08-17am".
 */
export function recount(facts: OfficeFacts): Map<string, Status> {
  const statuses = new Map<string, Status>();
  for (const [number, desk] of facts.executives.entries()) {
    for (const date of datesBetween(facts.from, facts.to)) {
      for (const half of ["am", "pm"] as const) {
        statuses.set(`e${number} ${date}${half}`, statusOf(facts, desk, date, half));
      }
    }
  }
  return statuses;
}

function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * 3600 * 1000) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

function statusOf(facts: OfficeFacts, desk: ExecutiveFacts, date: string, half: "am" | "pm"): Status {
  if (facts.holidays[desk.pool].includes(date)) return "not_needed";
  if (desk.leavesOn !== null && date > desk.leavesOn) return "not_needed";
  if (!desk.hours.some((h) => isOnWeekday(h.weekday, date) && reaches(h, half))) return "not_needed";
  const person = (number: number) => facts.assistants[number % facts.assistants.length];
  const owners = desk.supports.filter((s) => s.role !== "backup" && s.from <= date && date <= (s.to ?? "9"));
  if (owners.some((s) => isThere(facts, person(s.assistant), date, half))) return "own";
  const covers = desk.covers.filter(
    (c) => c.from + c.fromPart <= date + half && date + half <= c.to + c.toPart,
  );
  if (covers.some((c) => isThere(facts, person(c.assistant), date, half))) return "cover";
  const least = half === "am" ? 1 : 2;
  return desk.duties.some((d) => d.coverLevel !== "defer" && d.minutesPerDay >= least) ? "gap" : "not_needed";
}

function isThere(facts: OfficeFacts, person: AssistantFacts | undefined, date: string, half: "am" | "pm") {
  if (!person || facts.holidays[person.pool].includes(date)) return false;
  if (date < (person.hiredOn ?? "0") || date > (person.leavesOn ?? "9")) return false;
  if (person.absences.some((a) => a.from + a.fromPart <= date + half && date + half <= a.to + a.toPart))
    return false;
  return person.hours.some(
    (h) =>
      isOnWeekday(h.weekday, date) && reaches(h, half) && h.validFrom <= date && date <= (h.validTo ?? "9"),
  );
}

function isOnWeekday(weekday: number, date: string): boolean {
  return new Date(`${date}T12:00:00Z`).getUTCDay() === weekday % 7;
}

function reaches(hours: { startsAtMinute: number; endsAtMinute: number }, half: "am" | "pm"): boolean {
  return half === "am" ? hours.startsAtMinute < 12 * 60 : hours.endsAtMinute > 13 * 60;
}
