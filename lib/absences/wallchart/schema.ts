import { z } from "zod";
import { DayText, SENIORITIES } from "@/lib/assistants/schema";
import { oneLine, SearchText } from "@/lib/text";
import type { Day } from "@/lib/time/day";
import { DayInput, MonthInput, YearInput } from "@/lib/time/inputs";
import { WALLCHART_SPANS } from "./rules-span";

export const WALLCHART_GROUPS = ["pool", "site", "executive"] as const;

/** A whole stretch around it must lie in the years that a day may name. */
const FromInput = DayInput.refine((on: Day) => on >= "2000-01-03" && on <= "2099-12-31", {
  error: "not_a_day",
});

/** Which stretch of the wallchart, of whom, and how they are grouped; six weeks from this one on when none is named. */
export const WallchartInput = z.strictObject({
  from: FromInput.optional(),
  span: z.enum(WALLCHART_SPANS).optional(),
  month: MonthInput.optional(),
  year: YearInput.optional(),
  group: z.enum(WALLCHART_GROUPS).optional(),
  poolId: z.uuid().optional(),
  q: SearchText.optional(),
  site: oneLine(80).optional(),
  seniority: z.enum(SENIORITIES).optional(),
  executive: SearchText.optional(),
  type: oneLine(40).optional(),
});
export type WallchartInput = z.infer<typeof WallchartInput>;

/** What the address of the page asks: the wallchart, whether cover is drawn too, and the day a phone shows. */
export const WallchartAddress = WallchartInput.extend({
  covers: z.literal("1").optional(),
  day: DayInput.optional(),
});

const HalfDay = z.number().int();
const Minute = z.number().int().nullable();

const Away = z
  .tuple([HalfDay, HalfDay, z.string().nullable(), z.enum(["approved", "requested"]), Minute, Minute])
  .meta({
    description:
      "First and last half-day, counted from the first morning shown; the leave type where you may know it; the status; from and to in minutes after midnight where it is by the hour.",
  });

const Cover = z.tuple([HalfDay, HalfDay, z.string(), Minute, Minute]).meta({
  description: "First and last half-day, the executive's name, and the minutes where it is by the hour.",
});

const Person = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  pool: z.number().int().meta({ description: "Index in pools." }),
  site: z.string(),
  seniority: z.enum(SENIORITIES),
  away: z.array(Away),
  covers: z.array(Cover).nullable().meta({ description: "Null where whom they cover is not yours to know." }),
  daysAway: z.array(z.number()).nullable().meta({
    description: "Approved working days away in each month shown; null for people of other managers.",
  }),
});
export type WallchartPerson = z.infer<typeof Person>;

const Pool = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  isManaged: z.boolean(),
  today: DayText,
  daysOff: z.array(z.strictObject({ on: DayText, name: z.string() })),
});
export type WallchartPool = z.infer<typeof Pool>;

/** Who of one's pools is away in some weeks, a month or a year, drawn from compact spans. Types only where one may know them. */
export const WallchartView = z.strictObject({
  view: z.enum(WALLCHART_SPANS),
  from: DayText,
  to: DayText,
  pools: z.array(Pool),
  people: z.array(Person),
  groups: z.array(z.strictObject({ label: z.string(), people: z.array(z.number().int()) })).meta({
    description: "People by their index in people; one group without a label when they are not grouped.",
  }),
  awayPerDay: z.array(z.number().int()).nullable().meta({
    description: "How many of the people you manage are away on each day; null when you manage none.",
  }),
});
export type WallchartView = z.infer<typeof WallchartView>;

/** What a screen of the wallchart shows before the rest has come: its first rows, and on a phone one day. */
export type WallchartScreenView = {
  first: WallchartView;
  /** All rows there are, and all people in them. */
  rowCount: number;
  peopleCount: number;
  pools: { id: string; name: string }[];
  onDay: { on: Day; away: WallchartPerson[]; more: number };
};
