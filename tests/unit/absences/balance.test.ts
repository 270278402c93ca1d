import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accruedBy,
  balanceOn,
  carriedInto,
  entitledIn,
  firstYearBehind,
  type Ledger,
  withdrawalsOf,
} from "@/lib/absences/balances/rules";
import type { Use } from "@/lib/absences/balances/rules-usage";
import { addDays, day } from "@/lib/time/day";
import { cases } from "@/tests/support/deep";
import { makeEntitlement, makeLedger, makeUse } from "@/tests/support/factories/balances";
import { makeHours } from "@/tests/support/factories/coverage";

const february = day("2027-02-01");
const july = day("2027-07-01");

describe("what one is given in a year", () => {
  it("is the pool's, pro rata, rounded up to a half-day", () => {
    expect(entitledIn(makeLedger(), 2026)).toBe(2500);
    const partTime = { hours: makeHours([1, 2, 3]), hiredOn: null, leavesOn: null };
    expect(entitledIn(makeLedger({ calendar: partTime }), 2026)).toBe(1500);
    const joiner = { hours: makeHours(), hiredOn: day("2026-07-02"), leavesOn: null };
    expect(entitledIn(makeLedger({ calendar: joiner }), 2026)).toBe(1300);
    const leaver = { hours: makeHours(), hiredOn: null, leavesOn: day("2026-01-31") };
    expect(entitledIn(makeLedger({ calendar: leaver }), 2026)).toBe(250);
  });

  it("is one's own amount where there is one", () => {
    const allowances = [{ year: 2026, amount: 3000, carriedOver: null }];
    expect(entitledIn(makeLedger({ allowances }), 2026)).toBe(3000);
    expect(entitledIn(makeLedger({ allowances }), 2027)).toBe(2500);
  });

  it("is earned month by month where the pool says so", () => {
    const ledger = makeLedger({ entitlement: makeEntitlement({ accrual: "monthly", amount: 2400 }) });
    expect(accruedBy(ledger, day("2026-01-01"))).toBe(250);
    expect(accruedBy(ledger, day("2026-06-15"))).toBe(1200);
    expect(accruedBy(ledger, day("2026-12-31"))).toBe(2400);
    expect(accruedBy(makeLedger(), day("2026-01-01"))).toBe(2500);
  });
});

describe("what is carried over", () => {
  it("is what was left, up to the limit, and nothing into the first year", () => {
    const ledger = makeLedger({ booked: [makeUse("2026-08-17", 2200)] });
    expect(carriedInto(ledger, 2026)).toBe(0);
    expect(carriedInto(ledger, 2027)).toBe(300);
    expect(carriedInto(makeLedger(), 2027)).toBe(500);
  });

  it("is never below zero", () => {
    expect(carriedInto(makeLedger({ booked: [makeUse("2026-08-17", 2700)] }), 2027)).toBe(0);
  });

  it("goes on from what was set by hand", () => {
    const allowances = [{ year: 2027, amount: null, carriedOver: 100 }];
    const ledger = makeLedger({ allowances, booked: [makeUse("2027-08-17", 2500)] });
    expect(carriedInto(ledger, 2027)).toBe(100);
    expect(carriedInto(ledger, 2028)).toBe(0);
  });

  it("is lost after its last day, as far as it was not taken", () => {
    const ledger = makeLedger({ booked: [makeUse("2027-03-01", 200)] });
    expect(balanceOn(ledger, february)).toMatchObject({ carriedOver: 500, expiring: 300, expired: 0 });
    expect(balanceOn(ledger, day("2027-03-31"))).toMatchObject({ expiring: 300, remaining: 2800 });
    expect(balanceOn(ledger, day("2027-04-01"))).toMatchObject({
      expiring: 0,
      expired: 300,
      remaining: 2500,
    });
  });

  it("may be taken until 29 February in a leap year and 28 otherwise", () => {
    const ledger = makeLedger({ entitlement: makeEntitlement({ carryOverUntil: "02-29" }) });
    expect(balanceOn(ledger, february).carriedOverUntil).toBe("2027-02-28");
    expect(balanceOn(ledger, day("2028-02-01")).carriedOverUntil).toBe("2028-02-29");
  });
});

describe("a balance on a day", () => {
  it("tells what is taken, booked, requested and left", () => {
    const ledger = makeLedger({
      booked: [makeUse("2026-03-02", 200), makeUse("2026-08-17", 500)],
      requested: [makeUse("2026-12-21", 300)],
    });
    const on = day("2026-06-01");
    expect(balanceOn(ledger, on)).toMatchObject({ taken: 200, booked: 500, requested: 300, remaining: 1500 });
  });

  it("counts an adjustment from its day, in its year", () => {
    const ledger = makeLedger({ adjustments: [{ on: day("2026-05-01"), amount: 200 }] });
    expect(balanceOn(ledger, day("2026-04-30"))).toMatchObject({ adjusted: 0, remaining: 2500 });
    expect(balanceOn(ledger, day("2026-05-01"))).toMatchObject({ adjusted: 200, remaining: 2700 });
    expect(balanceOn(ledger, july).adjusted).toBe(0);
  });

  it("keeps overtime in minutes, taken only once it is earned", () => {
    const ledger = makeLedger({
      roundTo: 1,
      entitlement: null,
      adjustments: [{ on: day("2026-05-01"), amount: 480 }],
    });
    expect(withdrawalsOf(ledger, [makeUse("2026-04-30", 60)])[0]?.after).toBeLessThan(0);
    expect(withdrawalsOf(ledger, [makeUse("2026-05-04", 480)])).toEqual([
      { year: 2026, amount: 480, before: 480, after: 0 },
    ]);
  });

  it("gives of monthly leave no more than is earned by then, and no less later", () => {
    const ledger = makeLedger({ entitlement: makeEntitlement({ accrual: "monthly", amount: 2400 }) });
    expect(balanceOn(ledger, day("2026-01-10")).remaining).toBe(250);
    expect(balanceOn(ledger, day("2026-12-01")).remaining).toBe(2400);
    const booked = { ...ledger, booked: [makeUse("2026-12-01", 2300)] };
    expect(balanceOn(booked, day("2026-06-01")).remaining).toBe(100);
  });
});

describe("more leave", () => {
  it("across the year's end takes of both years", () => {
    const uses = ["2026-12-30", "2026-12-31", "2027-01-04"].map((on) => makeUse(on));
    expect(withdrawalsOf(makeLedger(), uses)).toEqual([
      { year: 2026, amount: 200, before: 2500, after: 2300 },
      { year: 2027, amount: 100, before: 3000, after: 2900 },
    ]);
  });

  it("after the last day of what was carried over cannot use it", () => {
    const uses = [makeUse("2027-03-31"), ...Array.from({ length: 26 }, (_, i) => makeUse(addDays(july, i)))];
    expect(withdrawalsOf(makeLedger(), uses)[0]?.after).toBe(-100);
  });

  it("may not take what booked leave of the next year was to inherit", () => {
    const ledger = makeLedger({ booked: [makeUse("2027-02-01", 3000)] });
    expect(withdrawalsOf(ledger, [makeUse("2026-12-01", 2100)])).toEqual([
      { year: 2026, amount: 2100, before: 2500, after: 400 },
      { year: 2027, amount: 0, before: 0, after: -100 },
    ]);
  });
});

const someUses = fc.array(
  fc
    .record({ on: fc.integer({ min: 0, max: 1000 }), amount: fc.constantFrom(25, 50, 100) })
    .map(({ on, amount }) => ({
      on: addDays(day("2026-01-01"), on),
      amount,
    })),
  { maxLength: 40 },
);
const someLedger: fc.Arbitrary<Ledger> = fc
  .record({
    booked: someUses,
    requested: someUses,
    accrual: fc.constantFrom("upfront" as const, "monthly" as const),
    carryOverMost: fc.constantFrom(0, 500, 5000),
    carryOverUntil: fc.constantFrom(null, "03-31", "12-30"),
    amount: fc.integer({ min: 0, max: 4000 }),
    adjusted: fc.array(
      fc.record({ on: fc.integer({ min: 0, max: 1000 }), amount: fc.integer({ min: -300, max: 300 }) }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ booked, requested, adjusted, ...entitlement }) =>
    makeLedger({
      booked,
      requested,
      entitlement: makeEntitlement(entitlement),
      adjustments: adjusted.map(({ on, amount }) => ({ on: addDays(day("2026-01-01"), on), amount })),
    }),
  );
const someAllowance = fc.record({
  year: fc.constantFrom(2026, 2027, 2028),
  amount: fc.constant(null),
  carriedOver: fc.constantFrom(null, 0, 300),
});
const someDay = fc.integer({ min: 0, max: 1000 }).map((n) => addDays(day("2026-01-01"), n));

describe("for every ledger", () => {
  it("exactly what remains may be taken, and nothing more", () => {
    fc.assert(
      fc.property(someLedger, someDay, (ledger, on) => {
        const { remaining } = balanceOn(ledger, on);
        const short = (amount: number) => {
          const ofYear = withdrawalsOf(ledger, [{ on, amount }]).find((one) => one.amount > 0);
          return ofYear !== undefined && ofYear.after < 0;
        };
        expect(short(Math.max(1, remaining + 1))).toBe(true);
        if (remaining > 0) expect(short(remaining)).toBe(false);
      }),
      { numRuns: cases({ ordinary: 100, deep: 1000 }) },
    );
  });

  it("what is carried over is within the limit and never negative", () => {
    fc.assert(
      fc.property(someLedger, fc.constantFrom(2026, 2027, 2028, 2029), (ledger, year) => {
        const carried = carriedInto(ledger, year);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(ledger.entitlement?.carryOverMost ?? 0);
      }),
    );
  });

  it("leave before the first year behind a year decides nothing of it, nor of the year after it", () => {
    fc.assert(
      fc.property(someLedger, fc.option(someAllowance), someDay, (made, byHand, on) => {
        const ledger = { ...made, allowances: byHand ? [byHand] : [] };
        const first = firstYearBehind(ledger, Number(on.slice(0, 4)));
        const since = ({ on: used }: Use) => used >= `${first}-01-01`;
        const known = {
          ...ledger,
          booked: ledger.booked.filter(since),
          requested: ledger.requested.filter(since),
        };
        expect(balanceOn(known, on)).toEqual(balanceOn(ledger, on));
        const more = [{ on, amount: 100 }];
        expect(withdrawalsOf(known, more)).toEqual(withdrawalsOf(ledger, more));
      }),
      { numRuns: cases({ ordinary: 300, deep: 1000 }) },
    );
  });

  it("days given back never make the balance smaller, on any day", () => {
    fc.assert(
      fc.property(someLedger, someDay, fc.nat(), (ledger, on, n) => {
        if (ledger.booked.length === 0) return;
        const without = ledger.booked.filter((_, i) => i !== n % ledger.booked.length);
        const before = balanceOn(ledger, on);
        const after = balanceOn({ ...ledger, booked: without }, on);
        expect(after.remaining).toBeGreaterThanOrEqual(before.remaining);
      }),
    );
  });

  it("taken and booked are together all that is approved in the year", () => {
    fc.assert(
      fc.property(someLedger, someDay, (ledger, on) => {
        const { taken, booked, year } = balanceOn(ledger, on);
        const all = ledger.booked.filter((use) => use.on.startsWith(String(year)));
        expect(taken + booked).toBe(all.reduce((sum, use) => sum + use.amount, 0));
      }),
    );
  });
});
