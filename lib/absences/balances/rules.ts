import type { Employment } from "@/lib/availability/rules";
import { addDays, type Day, earlierDay } from "@/lib/time/day";
import { shareOfYear, type Use, usedBetween } from "./rules-usage";

/** What a pool gives of one type in a full-time year, and what of it may be taken into the next. */
export type Entitlement = {
  amount: number;
  accrual: "upfront" | "monthly";
  carryOverMost: number;
  /** "03-31": the last day on which carried leave may be taken; null is the end of the year. */
  carryOverUntil: string | null;
  /** Nothing is carried into the first year that is kept. */
  firstYear: number;
};

/** What a person has in a year where it is not what the pool gives; null is what follows from the rest. */
export type Allowance = { year: number; amount: number | null; carriedOver: number | null };

export type Adjustment = { on: Day; amount: number };

/** Everything one person's balance of one type follows from. Uses are day by day, in the type's measure. */
export type Ledger = {
  /** Balances of days are rounded up to whole halves, of minutes to whole minutes. */
  roundTo: number;
  entitlement: Entitlement | null;
  allowances: readonly Allowance[];
  adjustments: readonly Adjustment[];
  /** Approved. */
  booked: readonly Use[];
  /** Asked for and not decided. */
  requested: readonly Use[];
  calendar: Employment;
};

/** How one type of leave stands on a day, for the year of that day. */
export type Balance = {
  year: number;
  on: Day;
  /** The whole year's, pro rata. */
  entitled: number;
  /** Of it, earned by that day. */
  accrued: number;
  carriedOver: number;
  /** The last day on which what was carried over can be taken. */
  carriedOverUntil: Day;
  /** Carried over, not taken, and lost if it stays so: on or before its last day. */
  expiring: number;
  /** Carried over and lost, after its last day. */
  expired: number;
  adjusted: number;
  taken: number;
  booked: number;
  requested: number;
  /** The most that can still be asked for on that day. */
  remaining: number;
};

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));

/** The year a day lies in. */
export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

function firstOf(year: number): Day {
  return `${year}-01-01` as Day;
}

function lastOf(year: number): Day {
  return `${year}-12-31` as Day;
}

function roundedUp(amount: number, step: number): number {
  return Math.ceil(Number((amount / step).toFixed(6))) * step;
}

function allowanceOf(ledger: Ledger, year: number): Allowance | undefined {
  return ledger.allowances.find((one) => one.year === year);
}

/** What a person is given of a type in a year: their own amount, else the pool's share for the time they work. */
export function entitledIn(ledger: Ledger, year: number): number {
  const own = allowanceOf(ledger, year)?.amount;
  if (own !== undefined && own !== null) return own;
  const share = shareOfYear(ledger.calendar, firstOf(year), lastOf(year));
  return roundedUp((ledger.entitlement?.amount ?? 0) * share, ledger.roundTo);
}

/** What of a year's leave is earned by the end of the month of a day; all of it where it is given at once. */
export function accruedBy(ledger: Ledger, on: Day): number {
  const year = yearOf(on);
  const whole = entitledIn(ledger, year);
  if (ledger.entitlement?.accrual !== "monthly") return whole;
  const ofYear = shareOfYear(ledger.calendar, firstOf(year), lastOf(year));
  if (ofYear === 0) return whole;
  const sofar = shareOfYear(ledger.calendar, firstOf(year), lastOfMonth(on));
  return Math.min(whole, roundedUp((whole * sofar) / ofYear, ledger.roundTo));
}

function firstOfMonth(on: Day): Day {
  return `${on.slice(0, 7)}-01` as Day;
}

function lastOfMonth(on: Day): Day {
  return addDays(firstOfMonth(addDays(firstOfMonth(on), 31)), -1);
}

/** Both what is booked and what is asked for: leave that waits for a decision is spoken for. */
function usesOf(ledger: Ledger): Use[] {
  return [...ledger.booked, ...ledger.requested];
}

function carriedOverUntil(ledger: Ledger, year: number): Day {
  const { carryOverUntil = null } = ledger.entitlement ?? {};
  if (carryOverUntil === null) return lastOf(year);
  const until = `${year}-${carryOverUntil}` as Day;
  return earlierDay(until, lastOfMonth(firstOfMonth(until)));
}

/**
 * The first year whose leave decides the balances of a year and of those after it: nothing of an earlier one is carried
 * over, because the pool carries nothing or kept none yet, or because what was carried over since was set by hand.
 */
export function firstYearBehind(
  { entitlement, allowances }: Pick<Ledger, "entitlement" | "allowances">,
  year: number,
): number {
  if (!entitlement || entitlement.carryOverMost === 0 || year <= entitlement.firstYear) return year;
  const fixed = allowances.filter((one) => one.year <= year && one.carriedOver !== null);
  return Math.max(entitlement.firstYear, ...fixed.map((one) => one.year));
}

/** What is carried into a year: set by hand, else what was left of the year before up to the pool's limit; never below zero. */
export function carriedInto(ledger: Ledger, year: number): number {
  const start = firstYearBehind(ledger, year);
  const most = ledger.entitlement?.carryOverMost ?? 0;
  let carried = allowanceOf(ledger, start)?.carriedOver ?? 0;
  for (let past = start; past < year; past++)
    carried = Math.max(0, Math.min(most, leftAt(ledger, lastOf(past), carried)));
  return carried;
}

/** What is not spoken for at the end of a day, when so much was carried into its year. */
function leftAt(ledger: Ledger, on: Day, carried: number): number {
  const year = yearOf(on);
  const until = carriedOverUntil(ledger, year);
  const uses = usesOf(ledger);
  const early = usedBetween(uses, firstOf(year), earlierDay(on, until));
  const late = on <= until ? 0 : usedBetween(uses, addDays(until, 1), on);
  const ofCarried = on <= until ? carried - early : -Math.max(0, early - carried);
  return accruedBy(ledger, on) + adjustedBy(ledger, on) + ofCarried - late;
}

function adjustedBy(ledger: Ledger, on: Day): number {
  const year = yearOf(on);
  return ledger.adjustments.reduce(
    (sum, one) => (yearOf(one.on) === year && one.on <= on ? sum + one.amount : sum),
    0,
  );
}

/** The days of a year, from one on, after which something may have changed: every end of a month and of what was carried over. */
function checkpoints(ledger: Ledger, from: Day): Day[] {
  const year = yearOf(from);
  const ends = MONTHS.map((month) => lastOfMonth(`${year}-${month}-01` as Day));
  const changes = [...usesOf(ledger), ...ledger.adjustments].map((one) => one.on);
  return [...new Set([from, ...ends, ...changes, carriedOverUntil(ledger, year)])].filter(
    (on) => on >= from && yearOf(on) === year,
  );
}

/**
 * What can still be asked for on a day without anything later in the year running short by it. What was carried over and
 * not taken can be taken until its last day, however short the rest of the year is.
 */
function remainingOn(ledger: Ledger, on: Day, carried: number): number {
  const until = carriedOverUntil(ledger, yearOf(on));
  const spent = usedBetween(usesOf(ledger), firstOf(yearOf(on)), until);
  const unspent = on <= until ? Math.max(0, carried - spent) : 0;
  const left = checkpoints(ledger, on).map((end) => {
    const there = leftAt(ledger, end, carried);
    return end > until && unspent > 0 ? unspent + Math.max(0, there) : there;
  });
  return Math.min(...left);
}

/** The balance of one type of leave on a day. */
export function balanceOn(ledger: Ledger, on: Day): Balance {
  const year = yearOf(on);
  const carried = carriedInto(ledger, year);
  const until = carriedOverUntil(ledger, year);
  const unspent = Math.max(0, carried - usedBetween(usesOf(ledger), firstOf(year), until));
  return {
    year,
    on,
    entitled: entitledIn(ledger, year),
    accrued: accruedBy(ledger, on),
    carriedOver: carried,
    carriedOverUntil: until,
    expiring: on <= until ? unspent : 0,
    expired: on > until ? unspent : 0,
    adjusted: adjustedBy(ledger, on),
    taken: usedBetween(ledger.booked, firstOf(year), on),
    booked: on === lastOf(year) ? 0 : usedBetween(ledger.booked, addDays(on, 1), lastOf(year)),
    requested: usedBetween(ledger.requested, firstOf(year), lastOf(year)),
    remaining: remainingOn(ledger, on, carried),
  };
}

/** All there is in the year of a day: given, carried over and not lost by then, and changed by hand. */
export function wholeOn(ledger: Ledger, on: Day): number {
  const { entitled, carriedOver, expired, adjusted } = balanceOn(ledger, on);
  return entitled + carriedOver - expired + adjusted;
}

/** How one year's balance is before and after some more is taken of it; below zero it is not there to be taken. */
export type Withdrawal = { year: number; amount: number; before: number; after: number };

/** What more leave does to the balance, year by year: leave across the year's end takes of both, and of what the next was to inherit. */
export function withdrawalsOf(ledger: Ledger, uses: readonly Use[]): Withdrawal[] {
  const years = [...new Set(uses.map((use) => yearOf(use.on)))].sort();
  const withUses = { ...ledger, requested: [...ledger.requested, ...uses] };
  const taken = years.map((year): Withdrawal => {
    const ofYear = uses.filter((use) => yearOf(use.on) === year);
    const first = ofYear.map((use) => use.on).reduce(earlierDay);
    return {
      year,
      amount: ofYear.reduce((sum, use) => sum + use.amount, 0),
      before: balanceOn(ledger, first).remaining,
      after: shortfall(ledger, withUses, first) ?? Math.max(0, balanceOn(withUses, first).remaining),
    };
  });
  return [...taken, ...inheritedShortfall(ledger, withUses, (years.at(-1) ?? 0) + 1)];
}

function inheritedShortfall(ledger: Ledger, withUses: Ledger, year: number): Withdrawal[] {
  if (!usesOf(ledger).some((use) => yearOf(use.on) === year)) return [];
  const after = shortfall(ledger, withUses, firstOf(year));
  if (after === null) return [];
  return [{ year, amount: 0, before: balanceOn(ledger, firstOf(year)).remaining, after }];
}

/** The worst moment from a day on at which leave is missing that was not missing before; null where there is none. */
function shortfall(before: Ledger, after: Ledger, from: Day): number | null {
  const carried = (ledger: Ledger) => carriedInto(ledger, yearOf(from));
  const [had, has] = [carried(before), carried(after)];
  const worse = checkpoints(after, from).flatMap((end) => {
    const left = leftAt(after, end, has);
    return left < 0 && left < leftAt(before, end, had) ? [left] : [];
  });
  return worse.length > 0 ? Math.min(...worse) : null;
}
