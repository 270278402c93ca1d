/** Weeks over which it is told who carried how much. */
export const LEDGER_WEEKS = 13;

/** An executive of this tier or above is a difficult one. */
const DIFFICULT_TIER = 4;

export function isDifficultExecutive({ tier }: { tier: number }): boolean {
  return tier >= DIFFICULT_TIER;
}

/** What a person carried for others over the period. */
export type Carried = { minutes: number; halfDays: number; fridays: number; difficult: number };

export const NOTHING_CARRIED: Carried = { minutes: 0, halfDays: 0, fridays: 0, difficult: 0 };

type Person = { id: string; availableMinutes: number; carried: Carried };

/** A person's cover beside what would be theirs were it shared by hours at work. */
export type Workload = Person & {
  /** The pool's cover in proportion to this person's hours. */
  average: Carried;
  /** Minutes of cover for each hour at work. */
  minutesPerHour: number;
};

/** Everybody's workload, whoever carried most for their hours first. */
export function workloadsOf(people: readonly Person[]): Workload[] {
  const available = people.reduce((sum, person) => sum + person.availableMinutes, 0);
  const total = people.reduce((sum, { carried }) => plus(sum, carried), NOTHING_CARRIED);
  return people
    .map((person) => ({
      ...person,
      average: shareOf(total, available === 0 ? 0 : person.availableMinutes / available),
      minutesPerHour: perHour(person),
    }))
    .sort((a, b) => b.minutesPerHour - a.minutesPerHour || (a.id < b.id ? -1 : 1));
}

function perHour({ carried, availableMinutes }: Person): number {
  return availableMinutes === 0 ? 0 : Math.round((600 * carried.minutes) / availableMinutes) / 10;
}

function plus(a: Carried, b: Carried): Carried {
  return {
    minutes: a.minutes + b.minutes,
    halfDays: a.halfDays + b.halfDays,
    fridays: a.fridays + b.fridays,
    difficult: a.difficult + b.difficult,
  };
}

function shareOf(total: Carried, share: number): Carried {
  const tenth = (value: number) => Math.round(value * share * 10) / 10;
  return {
    minutes: Math.round(total.minutes * share),
    halfDays: tenth(total.halfDays),
    fridays: tenth(total.fridays),
    difficult: tenth(total.difficult),
  };
}
