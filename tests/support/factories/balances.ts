import type { Entitlement, Ledger } from "@/lib/absences/balances/rules";
import type { Use } from "@/lib/absences/balances/rules-usage";
import type { WorkCalendar } from "@/lib/availability/rules";
import { day } from "@/lib/time/day";
import type { Stretch } from "@/lib/time/stretch";
import { makeHours } from "./coverage";

/** Monday to Friday, eight to five, no days off. */
export function makeCalendar(overrides: Partial<WorkCalendar> = {}): WorkCalendar {
  return { hours: makeHours(), daysOff: new Set(), hiredOn: null, leavesOn: null, ...overrides };
}

/** A stretch of whole days unless told otherwise. */
export function makeStretch(from: string, to = from, overrides: Partial<Stretch> = {}): Stretch {
  return {
    from: day(from),
    fromPart: "am",
    to: day(to),
    toPart: "pm",
    startMinute: null,
    endMinute: null,
    ...overrides,
  };
}

/** 25 days given at once, five of which may be taken until the end of March after. */
export function makeEntitlement(overrides: Partial<Entitlement> = {}): Entitlement {
  return {
    amount: 2500,
    accrual: "upfront",
    carryOverMost: 500,
    carryOverUntil: "03-31",
    firstYear: 2026,
    ...overrides,
  };
}

/** The ledger of somebody who has taken nothing yet. */
export function makeLedger(overrides: Partial<Ledger> = {}): Ledger {
  return {
    roundTo: 50,
    entitlement: makeEntitlement(),
    allowances: [],
    adjustments: [],
    booked: [],
    requested: [],
    calendar: { hours: makeHours(), hiredOn: null, leavesOn: null },
    ...overrides,
  };
}

/** So many hundredths of a day taken on a day. */
export function makeUse(on: string, amount = 100): Use {
  return { on: day(on), amount };
}
