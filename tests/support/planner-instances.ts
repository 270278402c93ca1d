import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { randomStream } from "@/lib/solver/random";

export type PoolSize = {
  assistants: number;
  executives: number;
  slots: number;
  absence?: number;
  /** The share of assistants without executives of their own, whose whole time is free for cover. */
  floaters?: number;
  /** Cover for an executive of another team takes longer. */
  takesLonger?: boolean;
  /** What a half-day has: minutes, or fewer coarser units, which make fairness weigh less beside fit and pieces. */
  halfDay?: number;
  seed: number;
};

type Person = {
  skills: Set<number>;
  clearance: number;
  site: number;
  team: number;
  experience: number;
  traits: number[];
  serves: Executive[];
};
type Executive = {
  id: string;
  load: number;
  weight: number;
  needs: number[];
  clearance: number;
  site: number;
  team: number;
  onSite: boolean;
  experience: number;
  traits: number[];
};
type Dice = { next: () => number; upTo: (most: number) => number; isHit: (chance: number) => boolean };

/** A believable pool under absence, the same for the same seed: skills, clearances, sites, part-timers, loads in minutes. */
export function makePool(size: PoolSize): PlanProblem {
  const next = randomStream(size.seed);
  const dice = {
    next,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    isHit: (chance: number) => next() < chance,
  };
  const { halfDay = 240 } = size;
  const people = Array.from({ length: size.assistants }, () => makePerson(size, dice));
  const floaters = Math.round(size.assistants * (size.floaters ?? 0));
  for (let index = 0; index < size.executives; index++)
    giveExecutive(people.slice(floaters), index, halfDay, dice);
  const isAway = drawAbsences(size, dice);
  const offDays = people.map(() => (dice.isHit(0.2) ? dice.upTo(4) : -1));
  const isAtWork = (person: number, slot: number) =>
    !isAway[person]?.[slot] && Math.floor(slot / 2) % 5 !== offDays[person];
  const capacity = people.map((person, index) => {
    const own = person.serves.reduce((sum, executive) => sum + executive.load, 0);
    return Array.from({ length: size.slots }, (_, slot) =>
      isAtWork(index, slot) ? Math.max(0, Math.round(1.1 * halfDay) - own) : 0,
    );
  });
  const episodes = people.flatMap((person, index) =>
    episodesOf(size, person, index, isAway[index] ?? [], people, capacity),
  );
  const demand = episodes.reduce(
    (sum, one) => sum + one.minutes.reduce((all, minutes) => all + minutes, 0),
    0,
  );
  return {
    slots: size.slots,
    assistants: people.map((_, index) => ({
      id: `a${index}`,
      capacity: capacity[index] ?? [],
      expected: Math.round(
        ((1.5 * demand) / size.assistants) * ((capacity[index] ?? []).filter(Boolean).length / size.slots),
      ),
    })),
    episodes,
    pinned: [],
    prior: [],
    weights: { piece: 150, change: 40, fairness: [2, 6] },
  };
}

function makePerson(size: PoolSize, dice: Dice): Person {
  const skills = new Set<number>();
  const wanted = 4 + dice.upTo(4);
  while (skills.size < wanted) skills.add(Math.floor(12 * dice.next() ** 1.4));
  return {
    skills,
    clearance: [0, 0, 1, 1, 1, 2, 2, 3][dice.upTo(7)] ?? 0,
    site: dice.upTo(Math.max(1, Math.round(size.assistants / 60))),
    team: dice.upTo(Math.max(1, Math.round(size.assistants / 12) - 1)),
    experience: 1 + dice.upTo(4),
    traits: [dice.next(), dice.next(), dice.next()],
    serves: [],
  };
}

function giveExecutive(people: Person[], index: number, halfDay: number, dice: Dice) {
  const load = Math.round(halfDay * ([0.15, 0.2, 0.2, 0.25, 0.25, 0.3, 0.35, 0.4][dice.upTo(7)] ?? 0.25));
  const loadOf = (person: Person) => person.serves.reduce((sum, executive) => sum + executive.load, 0);
  let primary = people[dice.upTo(people.length - 1)] as Person;
  for (
    let tries = 0;
    tries < 400 && (primary.serves.length >= 4 || loadOf(primary) + load > 0.95 * halfDay);
    tries++
  ) {
    primary = people[dice.upTo(people.length - 1)] as Person;
  }
  primary.serves.push({
    id: `e${index}`,
    load,
    weight: [1, 1, 1, 1, 1, 2, 2, 3][dice.upTo(7)] ?? 1,
    needs: [...primary.skills].filter(() => dice.isHit(0.35)).slice(0, 3),
    clearance: Math.min(primary.clearance, [0, 0, 0, 1, 1, 2, 3][dice.upTo(6)] ?? 0),
    site: primary.site,
    team: primary.team,
    onSite: dice.isHit(0.25),
    experience: dice.isHit(0.15) ? 3 : 1,
    traits: [dice.next(), dice.next(), dice.next()],
  });
}

function drawAbsences(size: PoolSize, dice: Dice): boolean[][] {
  const isAway = Array.from({ length: size.assistants }, () => new Array<boolean>(size.slots).fill(false));
  const wanted = Math.round(size.assistants * size.slots * (size.absence ?? 0.12));
  for (let drawn = 0, tries = 0; drawn < wanted && tries < 1e6; tries++) {
    const days = isAway[dice.upTo(size.assistants - 1)] ?? [];
    const length = [1, 2, 2, 3 + dice.upTo(5), 3 + dice.upTo(5), 10, 10, 20][dice.upTo(7)] ?? 1;
    const from =
      length >= 10 ? 10 * dice.upTo(Math.max(0, Math.floor(size.slots / 10) - 1)) : dice.upTo(size.slots - 1);
    const to = Math.min(size.slots, from + length);
    if (days.slice(Math.max(0, from - 1), to + 1).some(Boolean)) continue;
    days.fill(true, from, to);
    drawn += to - from;
  }
  return isAway;
}

function episodesOf(
  size: PoolSize,
  person: Person,
  index: number,
  away: boolean[],
  people: Person[],
  capacity: number[][],
): PlanProblem["episodes"] {
  const episodes: PlanProblem["episodes"] = [];
  for (let from = 0; from < size.slots; from++) {
    if (!away[from] || away[from - 1]) continue;
    let to = from;
    while (to < size.slots && away[to]) to++;
    for (const executive of person.serves) {
      const candidates = people.flatMap((other, who) => {
        const free = (capacity[who] ?? []).slice(from, to).some((minutes) => minutes >= executive.load);
        if (who === index || !free || !isEligible(executive, other)) return [];
        const isUnfamiliar = size.takesLonger && other.team !== executive.team;
        const slower = Math.round(executive.load * (other.experience >= 4 ? 1.1 : 1.2));
        const minutes = isUnfamiliar ? { minutes: new Array<number>(to - from).fill(slower) } : {};
        return [{ assistantId: `a${who}`, misfit: misfitOf(executive, other), ...minutes }];
      });
      episodes.push({
        id: `${executive.id}-${from}`,
        executiveId: executive.id,
        absenceId: `b${index}-${from}`,
        from,
        to,
        minutes: new Array<number>(to - from).fill(executive.load),
        weight: executive.weight,
        candidates,
      });
    }
  }
  return episodes;
}

function isEligible(executive: Executive, person: Person): boolean {
  return (
    executive.needs.every((skill) => person.skills.has(skill)) &&
    person.clearance >= executive.clearance &&
    (!executive.onSite || person.site === executive.site) &&
    person.experience >= executive.experience
  );
}

function misfitOf(executive: Executive, person: Person): number {
  const distance = Math.hypot(...person.traits.map((trait, index) => trait - (executive.traits[index] ?? 0)));
  const away = (person.site === executive.site ? 0 : 25) - (person.team === executive.team ? 18 : 0);
  return Math.max(0, Math.min(100, 40 - 2 * person.experience + away + Math.round(20 * distance)));
}
