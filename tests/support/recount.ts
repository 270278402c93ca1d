import type { AssistantFacts, ExecutiveFacts, OfficeFacts } from "./random-office";
import { DUTIES } from "./random-office";

type Half = "am" | "pm";
export type Counted = {
  status: "own" | "cover" | "gap" | "not_needed";
  /** Minutes nobody serves. */
  open: number;
  /** Each of them with its duty: "540 calendar". */
  openAt: string[];
  /** Minutes each person is busy here, by number, covers by how well they know the executive. */
  busy: [number, number][];
};

/**
 * Who serves each executive, worked out a second time from the facts alone: text comparisons on "2026-08-17am" and one
 * minute after another, no code of the product. Keys are "e0 2026-08-17am".
 */
export function recount(facts: OfficeFacts): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const number of facts.executives.keys()) {
    for (const date of datesBetween(facts.from, facts.to)) {
      for (const half of ["am", "pm"] as const)
        counted.set(`e${number} ${date}${half}`, countHalfDay(facts, number, date, half));
    }
  }
  return counted;
}

/** Minutes each assistant has left on each half-day. Keys are "a0 2026-08-17am". */
export function recountFree(facts: OfficeFacts, recounted: Map<string, Counted>): Map<string, number> {
  const counted = [...recounted];
  const free = new Map<string, number>();
  for (const [number, person] of facts.assistants.entries()) {
    for (const date of datesBetween(facts.from, facts.to)) {
      for (const half of ["am", "pm"] as const) {
        const here = counted
          .filter(([key]) => key.endsWith(`${date}${half}`))
          .flatMap(([, { busy }]) => busy);
        const taken = here.reduce((sum, [who, minutes]) => sum + (who === number ? minutes : 0), 0);
        const atWork = minutesOf(half).filter((m) => isWorking(facts, person, date, half, m)).length;
        free.set(`a${number} ${date}${half}`, Math.max(0, atWork - taken));
      }
    }
  }
  return free;
}

function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * 3600 * 1000) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

/** The minutes of a half-day in which anybody may work: the hour from noon is lunch. */
function minutesOf(half: Half): number[] {
  return half === "am"
    ? Array.from({ length: 720 }, (_, i) => i)
    : Array.from({ length: 660 }, (_, i) => 780 + i);
}

function countHalfDay(facts: OfficeFacts, number: number, date: string, half: Half): Counted {
  const nothing: Counted = { status: "not_needed", open: 0, openAt: [], busy: [] };
  const executive = facts.executives[number];
  if (!executive || facts.holidays[executive.pool].includes(date)) return nothing;
  if (executive.leavesOn !== null && date > executive.leavesOn) return nothing;
  const supported = minutesOf(half).filter((m) =>
    executive.hours.some((h) => isInHours(h, date, m) && isValid(h, date)),
  );
  if (supported.length === 0) return nothing;
  const covers = coversOn(executive, date, half);
  const busy: [number, number][] = [];
  const demands = new Map<string, DemandFacts>();
  for (const { duties, owners } of ownersByDuty(facts, executive, date)) {
    const there = owners.filter((who) =>
      minutesOf(half).some((m) => isWorking(facts, facts.assistants[who], date, half, m)),
    );
    const { own, demanded } = minuteByMinute(facts, there, supported, date, half);
    const total = duties.reduce((sum, n) => sum + halfOf(executive.duties[n]?.minutesPerDay ?? 0, half), 0);
    for (const [who, minutes] of own) busy.push([who, Math.ceil((total * minutes) / supported.length)]);
    const causeAt = (minute: number) =>
      there[0] === undefined
        ? `without ${owners[0]}`
        : `${there[0]} by ${awayBy(facts, there[0], date, half, minute)}`;
    const isWhole = there[0] === undefined;
    for (const segment of segmentsOf(demanded, (m) => `${causeAt(m)} ${heldAt(covers, m)}`)) {
      const key = `${isWhole} ${causeAt(segment[0] ?? 0)} ${segment[0]}-${segment.at(-1)}`;
      const known = demands.get(key)?.duties ?? [];
      demands.set(key, { segment, isWhole, duties: [...known, ...duties] });
    }
  }
  return covered(facts, number, date, half, supported.length, covers, [...demands.values()], busy);
}

/** Minutes for which some duties (by number) are without the executive's own. */
type DemandFacts = { segment: number[]; isWhole: boolean; duties: number[] };

/** Who of the executive's own is there minute after minute, and when nobody is. */
function minuteByMinute(facts: OfficeFacts, there: number[], supported: number[], date: string, half: Half) {
  const [lead, ...others] = there;
  const own = new Map(there.map((who) => [who, 0]));
  const demanded: number[] = [];
  for (const minute of supported) {
    const isDue =
      lead === undefined ||
      (isScheduled(facts, facts.assistants[lead], date, minute) &&
        awayBy(facts, lead, date, half, minute) >= 0);
    const other = isDue
      ? others.find((who) => isWorking(facts, facts.assistants[who], date, half, minute))
      : lead;
    if (other === undefined) demanded.push(minute);
    else own.set(other, (own.get(other) ?? 0) + 1);
  }
  return { own, demanded };
}

function covered(
  facts: OfficeFacts,
  number: number,
  date: string,
  half: Half,
  supported: number,
  covers: ExecutiveFacts["covers"],
  demands: DemandFacts[],
  busy: [number, number][],
): Counted {
  const executive = facts.executives[number] as ExecutiveFacts;
  const isAlone = busy.length === 0;
  const asksNothing = executive.duties.every((duty) => askedOf(duty, half) === 0);
  let open = 0;
  const openAt: string[] = [];
  let isCovered = false;
  for (const { segment, isWhole, duties } of demands) {
    const isAll = isWhole && segment.length === supported;
    const serving = covers.filter((c) => isServing(facts, c, date, half, segment, isAll));
    if (asksNothing) isCovered ||= isAlone && serving.length > 0;
    const shares = new Map<(typeof serving)[number] | undefined, number>();
    for (const n of duties) {
      const duty = executive.duties[n];
      const minutes = duty ? askedOf(duty, half) : 0;
      if (minutes === 0) continue;
      const id = DUTIES[n] as string;
      const by = serving.find((c) => c.dutyIds.length === 0 || c.dutyIds.includes(id));
      if (!by) openAt.push(...segment.map((minute) => `${minute} ${id}`));
      shares.set(by, (shares.get(by) ?? 0) + minutes);
    }
    for (const [cover, minutes] of shares) {
      const asked = isAll ? minutes : Math.ceil((minutes * segment.length) / supported);
      if (!cover) open += asked;
      else {
        isCovered = true;
        const who = cover.assistant % facts.assistants.length;
        busy.push([who, Math.ceil((asked * percentOf(facts, who, number)) / 100)]);
      }
    }
  }
  if (open > 0) return { status: "gap", open, openAt, busy };
  if (isCovered) return { status: "cover", open, openAt, busy };
  return { status: isAlone ? "not_needed" : "own", open, openAt, busy };
}

function coversOn({ covers }: ExecutiveFacts, date: string, half: Half): ExecutiveFacts["covers"] {
  return covers.filter((c) => c.from + c.fromPart <= date + half && date + half <= c.to + c.toPart);
}

/** Which hours of covers hold a minute. */
function heldAt(covers: ExecutiveFacts["covers"], minute: number): string {
  return covers.map(({ window }) => (window && isInside(window, minute) ? 1 : 0)).join("");
}

function segmentsOf(minutes: number[], labelAt: (minute: number) => string): number[][] {
  const segments: number[][] = [];
  for (const minute of minutes) {
    const last = segments.at(-1);
    if (last && last.at(-1) === minute - 1 && labelAt(minute - 1) === labelAt(minute)) last.push(minute);
    else segments.push([minute]);
  }
  return segments;
}

function isServing(
  facts: OfficeFacts,
  cover: ExecutiveFacts["covers"][number],
  date: string,
  half: Half,
  segment: number[],
  isAll: boolean,
): boolean {
  const who = cover.assistant % facts.assistants.length;
  const person = facts.assistants[who];
  const { window } = cover;
  if (window && !segment.every((minute) => isInside(window, minute))) return false;
  if (!isAll)
    return segment.every(
      (m) => isScheduled(facts, person, date, m) && awayBy(facts, who, date, half, m, true) < 0,
    );
  const wholeHalf = Array.from({ length: 720 }, (_, i) => (half === "am" ? i : 720 + i));
  return (
    minutesOf(half).some((m) => isScheduled(facts, person, date, m)) &&
    wholeHalf.every((m) => awayBy(facts, who, date, half, m, true) < 0)
  );
}

/** Place in their list of the absence that keeps a person away in a minute, or -1; by the hour only, unless whole ones count too. */
function awayBy(
  facts: OfficeFacts,
  who: number,
  date: string,
  half: Half,
  minute: number,
  isAnyKind = false,
): number {
  return (facts.assistants[who]?.absences ?? []).findIndex(
    (a) =>
      a.from + a.fromPart <= date + half &&
      date + half <= a.to + a.toPart &&
      (a.window ? isInside(a.window, minute) : isAnyKind),
  );
}

/** The executive's duties (by number) with the same owners, asked in the same order; all of them when there are none. */
function ownersByDuty(facts: OfficeFacts, executive: ExecutiveFacts, date: string) {
  const order = { primary: "0", shared: "1", backup: "2" };
  const minutesOfAll = (dutyIds: string[]) =>
    executive.duties.reduce((sum, duty, n) => sum + (isNamed(dutyIds, n) ? duty.minutesPerDay : 0), 0);
  const owners = executive.supports
    .filter((s) => s.role !== "backup" && s.from <= date && date <= (s.to ?? "9"))
    .map((s) => ({
      ...s,
      who: s.assistant % facts.assistants.length,
      place: `${order[s.role]} ${String(10_000 - minutesOfAll(s.dutyIds)).padStart(5, "0")}`,
    }))
    .sort((a, b) => (`${a.place} ${a.who}` < `${b.place} ${b.who}` ? -1 : 1));
  if (executive.duties.length === 0) return [{ duties: [], owners: owners.map(({ who }) => who) }];
  const groups = new Map<string, { duties: number[]; owners: number[] }>();
  for (const n of executive.duties.keys()) {
    const own = owners.filter(({ dutyIds }) => isNamed(dutyIds, n));
    const key = own.map((one) => owners.indexOf(one)).join();
    const group = groups.get(key) ?? { duties: [], owners: own.map(({ who }) => who) };
    groups.set(key, { ...group, duties: [...group.duties, n] });
  }
  return [...groups.values()];
}

function isNamed(dutyIds: string[], n: number): boolean {
  return dutyIds.length === 0 || dutyIds.includes(DUTIES[n] as string);
}

function isWorking(
  facts: OfficeFacts,
  person: AssistantFacts | undefined,
  date: string,
  half: Half,
  minute: number,
): boolean {
  const who = person ? facts.assistants.indexOf(person) : -1;
  return isScheduled(facts, person, date, minute) && awayBy(facts, who, date, half, minute, true) < 0;
}

function isScheduled(
  facts: OfficeFacts,
  person: AssistantFacts | undefined,
  date: string,
  minute: number,
): boolean {
  if (!person || facts.holidays[person.pool].includes(date)) return false;
  if (date < (person.hiredOn ?? "0") || date > (person.leavesOn ?? "9")) return false;
  return person.hours.some((h) => isInHours(h, date, minute) && isValid(h, date));
}

function isValid(hours: { validFrom: string; validTo: string | null }, date: string): boolean {
  return hours.validFrom <= date && date <= (hours.validTo ?? "9");
}

function isInHours(
  hours: { weekday: number; startsAtMinute: number; endsAtMinute: number },
  date: string,
  minute: number,
): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday === hours.weekday % 7 && hours.startsAtMinute <= minute && minute < hours.endsAtMinute;
}

function isInside(window: { startMinute: number; endMinute: number }, minute: number): boolean {
  return window.startMinute <= minute && minute < window.endMinute;
}

function halfOf(minutesPerDay: number, half: Half): number {
  return half === "am" ? Math.ceil(minutesPerDay / 2) : Math.floor(minutesPerDay / 2);
}

function askedOf({ minutesPerDay, coverLevel }: ExecutiveFacts["duties"][number], half: Half): number {
  const percent = { full: 100, core: 50, monitor: 25, defer: 0 }[coverLevel];
  return Math.ceil((halfOf(minutesPerDay, half) * percent) / 100);
}

function percentOf(facts: OfficeFacts, who: number, number: number): number {
  const executive = facts.executives[number];
  const past = facts.history.find((h) => h.assistant === who && h.executive === number);
  const percent = Math.ceil(125 - 2.5 * Math.min(10, past?.halfDays ?? 0));
  const isKnown =
    past?.wasOwn || executive?.supports.some((s) => s.assistant % facts.assistants.length === who);
  return isKnown ? Math.min(110, percent) : percent;
}
