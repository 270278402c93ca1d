import type { RosterDocument } from "@/lib/schedules/roster/problem/problem";
import { randomStream } from "@/lib/solver/random";

type Office = { people: number; weeks: number; seed: number };

const ROLES = ["front desk", "phones", "mail room"] as const;
const TEMPLATES = [
  { name: "early", from: 450, to: 960 },
  { name: "day", from: 480, to: 990 },
  { name: "late", from: 570, to: 1080 },
  { name: "morning", from: 480, to: 720 },
  { name: "afternoon", from: 780, to: 1080 },
] as const;
// Two in three take their half hour early or late, so that no role is left at noon.
const BREAK = { long: 360, minutes: 30, from: [690, 720, 750] };

/** A seeded office: full-timers and part-timers, skills, leave, wishes, turns at late phones, demand by the hour. */
export function makeOfficeRoster({ people, weeks, seed }: Office): RosterDocument {
  const random = randomStream(seed);
  const days = 7 * weeks;
  const workdays = Array.from({ length: days }, (_, day) => day).filter((day) => day % 7 < 5);
  const shifts = workdays.flatMap(shiftsOf);
  const share = people / 20;
  return {
    days,
    people: Array.from({ length: people }, (_, place) => makePerson(place, { random, days, weeks, shifts })),
    shifts,
    demand: workdays.flatMap((day) => demandOf(day, share, random)),
    turns: [
      {
        id: "late phones",
        shifts: shifts.filter(({ id }) => id.endsWith("late phones")).map(({ id }) => id),
        expected: Object.fromEntries(Array.from({ length: people }, (_, place) => [`p${place}`, weeks])),
        weights: [30, 90],
      },
    ],
    weights: { change: 40 },
  };
}

type ShiftDoc = RosterDocument["shifts"][number];

function shiftsOf(day: number): ShiftDoc[] {
  const midnight = 1440 * day;
  return TEMPLATES.flatMap(({ name, from, to }) =>
    ROLES.map((role): ShiftDoc => {
      const isLong = to - from > BREAK.long;
      const pause =
        midnight +
        (BREAK.from[(ROLES.indexOf(role) + TEMPLATES.findIndex((one) => one.name === name)) % 3] ?? 720);
      const work = isLong
        ? [
            { role, from: midnight + from, to: pause },
            { role, from: pause + BREAK.minutes, to: midnight + to },
          ]
        : [{ role, from: midnight + from, to: midnight + to }];
      return {
        id: `${day} ${name} ${role}`,
        day,
        from: midnight + from,
        to: midnight + to,
        minutes: to - from - (isLong ? BREAK.minutes : 0),
        work,
      };
    }),
  );
}

type Setting = { random: () => number; days: number; weeks: number; shifts: ShiftDoc[] };

function makePerson(
  place: number,
  { random, days, weeks, shifts }: Setting,
): RosterDocument["people"][number] {
  const contract = [2250, 2250, 2250, 1800, 1350][Math.floor(5 * random())] ?? 2250;
  const skills = ROLES.filter((_, role) => role === place % 3 || random() < 0.55);
  const away = random() < 0.15 ? Math.floor(days * random()) : -1;
  const dislikes = TEMPLATES[Math.floor(TEMPLATES.length * random())]?.name ?? "late";
  const own = shifts.filter(
    ({ id, day }) => day !== away && day !== away + 1 && skills.some((skill) => id.endsWith(skill)),
  );
  const wished = own[Math.floor(own.length * random())];
  return {
    id: `p${place}`,
    options: own.map(({ id }) => ({ shift: id, cost: id.includes(` ${dislikes} `) ? 200 : 0 })),
    wants: wished ? [{ shifts: [wished.id], cost: 150 }] : [],
    hours: Array.from({ length: weeks }, (_, week) => ({
      from: 7 * week,
      to: 7 * week + 7,
      max: 2880,
      target: contract,
      under: 1,
      over: 2,
    })),
    rest: 660,
    run: { max: 6 },
  };
}

function demandOf(day: number, share: number, random: () => number): RosterDocument["demand"] {
  const midnight = 1440 * day;
  const window = (role: string, from: number, to: number, heads: number) => ({
    id: `${day} ${role} ${from}`,
    role,
    from: midnight + from,
    to: midnight + to,
    need: Math.max(1, Math.round(heads * share + random() - 0.5)),
    weight: 5,
    over: 0,
  });
  return [
    window("front desk", 480, 1020, 3),
    window("phones", 480, 720, 5),
    window("phones", 720, 1080, 4),
    window("mail room", 540, 900, 2),
  ];
}
