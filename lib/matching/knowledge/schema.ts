import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { FIT_PARTS } from "@/lib/matching/weights/rules";
import { manyLines } from "@/lib/text";
import { FIGURE } from "./rules";

const Level = z.coerce.number().int().min(1).max(5);
const StyleId = z.string().regex(/^[a-z_]{1,40}$/);

/** Ratings 1–5 of ways of working, by their id; left out for those not rated. */
const StyleRatings = z.record(StyleId, Level.nullable());

export const RateOwnStylesInput = z.strictObject({ ratings: StyleRatings.default({}) });
export type RateOwnStylesInput = z.infer<typeof RateOwnStylesInput>;

export const RateStylesInput = z.strictObject({ assistantId: z.uuid(), ratings: StyleRatings.default({}) });
export type RateStylesInput = z.infer<typeof RateStylesInput>;

/** Years in the work, those before one was hired too; left out they are counted from hiring. */
export const SetExperienceInput = z.strictObject({
  years: z.coerce.number().int().min(0).max(60).nullable().default(null),
});
export type SetExperienceInput = z.infer<typeof SetExperienceInput>;

export const TellAssistantInput = z.strictObject({ assistantId: z.uuid() });
export type TellAssistantInput = z.infer<typeof TellAssistantInput>;

export const AcknowledgeInput = z.strictObject({});
export type AcknowledgeInput = z.infer<typeof AcknowledgeInput>;

/** Objects to a figure: "duty:travel", "style:integrity", "experience" or "outcomes". */
export const ObjectInput = z.strictObject({
  figure: z.string().regex(FIGURE),
  words: manyLines(500, 1),
});
export type ObjectInput = z.infer<typeof ObjectInput>;

export const AnswerObjectionInput = z.strictObject({ id: z.uuid(), answer: manyLines(500, 1) });
export type AnswerObjectionInput = z.infer<typeof AnswerObjectionInput>;

export const WISHES = ["gladly", "rather_not"] as const;

/** What an assistant says of an executive, or an executive of an assistant; null takes it back. */
export const SetWishInput = z.strictObject({
  withId: z.uuid().meta({ description: "The executive, for an assistant; the assistant, for an executive." }),
  wish: z.enum(WISHES).nullable().default(null),
});
export type SetWishInput = z.infer<typeof SetWishInput>;

/** Somebody who supports an executive, and what the executive says of working with them. */
export type WishedAssistant = { assistantId: string; name: string; wish: (typeof WISHES)[number] | null };

export const ObjectionView = z.strictObject({
  id: z.uuid(),
  assistantId: z.uuid(),
  figure: z.string(),
  words: z.string(),
  objectedAt: z.iso.datetime(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type ObjectionView = z.infer<typeof ObjectionView>;

const Points = z.union([z.number().int(), z.enum(["not_known", "not_asked"])]);

/** Everything matching works with of an assistant, as they may read it. */
export const OwnMatchingView = z.strictObject({
  toldAt: z.iso.datetime().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
  executives: z.array(
    z.strictObject({
      executiveId: z.uuid(),
      name: z.string(),
      total: z.number().int(),
      known: z.number().int(),
      parts: z.record(z.enum(FIT_PARTS), Points),
      strongest: z.array(z.enum(FIT_PARTS)),
      weakest: z.enum(FIT_PARTS).nullable(),
      wish: z.enum(WISHES).nullable(),
    }),
  ),
  duties: z.array(
    z.strictObject({
      dutyId: z.string(),
      level: z.number().int(),
      since: z.strictObject({ on: DayText, source: z.string() }).nullable(),
    }),
  ),
  styles: z.array(
    z.strictObject({
      styleId: z.string(),
      nameEn: z.string(),
      nameSv: z.string(),
      selfRating: z.number().int().nullable(),
      managerRating: z.number().int().nullable(),
    }),
  ),
  languages: z.array(z.strictObject({ language: z.string(), level: z.string() })),
  years: z.number().int().nullable(),
  ratings: z.strictObject({
    count: z.number().int(),
    mean: z.number().nullable().meta({ description: "Shown once there are three." }),
  }),
  objections: z.array(ObjectionView),
});
export type OwnMatchingView = z.infer<typeof OwnMatchingView>;
