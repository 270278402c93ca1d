import { z } from "zod";
import { CONCERNS } from "@/lib/handovers/schema";
import { IsoWeekInput } from "@/lib/time/inputs";

/** What a brief tells of, the most pressing first. */
export const BRIEF_BLOCKS = [
  "gaps",
  "leave",
  "requests",
  "unread",
  "handovers",
  "reviews",
  "training",
] as const;

const Day = z.string().meta({ format: "date" });
const Range = z.strictObject({
  from: Day,
  fromPart: z.enum(["am", "pm"]),
  to: Day,
  toPart: z.enum(["am", "pm"]),
  startMinute: z.number().int().nullish(),
  endMinute: z.number().int().nullish(),
});

const href = z.string();

/** One line of a brief: facts to be said in the reader's words, and the page where it is put right. */
export const BriefLine = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("gaps"),
    executive: z.string(),
    halfDays: z.number().int(),
    range: Range,
    href,
  }),
  z.strictObject({ kind: z.literal("leave"), name: z.string(), range: Range, href }),
  z.strictObject({
    kind: z.literal("requests"),
    what: z.enum(["unassigned", "overdue"]),
    count: z.number().int(),
    href,
  }),
  z.strictObject({
    kind: z.literal("unread"),
    pool: z.string(),
    week: z.string(),
    unread: z.number().int(),
    told: z.number().int(),
    href,
  }),
  z.strictObject({
    kind: z.literal("handovers"),
    executive: z.string(),
    cover: z.string().nullable(),
    concern: z.enum(CONCERNS),
    range: Range,
    href,
  }),
  z.strictObject({ kind: z.literal("reviews"), executive: z.string(), on: Day, href }),
  z.strictObject({ kind: z.literal("training"), name: z.string(), course: z.string(), href }),
]);
export type BriefLine = z.infer<typeof BriefLine>;

/** The lines of one kind that are shown, how many there are, and where all of them are. */
export const BriefBlock = z.strictObject({
  key: z.enum(BRIEF_BLOCKS),
  count: z.number().int(),
  lines: z.array(BriefLine),
  href,
});
export type BriefBlock = z.infer<typeof BriefBlock>;

/** What waits in a manager's pools in a week. */
export const Brief = z.strictObject({ week: z.string(), from: Day, to: Day, blocks: z.array(BriefBlock) });
export type Brief = z.infer<typeof Brief>;

/** A week, or this one. */
export const BriefInput = z.strictObject({ week: IsoWeekInput.optional() });
export type BriefInput = z.infer<typeof BriefInput>;
