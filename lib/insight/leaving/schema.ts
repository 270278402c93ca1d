import { z } from "zod";

/** What a person may hold, in the order it is shown. */
export const HELD_KINDS = [
  "pools_alone",
  "pools_shared",
  "leave_decided",
  "second_decisions",
  "deputies",
  "executives_supported",
  "supported_by",
  "covers_ahead",
  "offers_open",
  "requests_open",
  "handovers_open",
  "shifts_ahead",
  "api_tokens",
  "calendar_feeds",
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** What ends with the account: nobody needs it after. */
export const ENDING_WITH_ACCOUNT: readonly HeldKind[] = ["api_tokens", "calendar_feeds"];

/** What another manager can take over at once, by one act of an administrator. The rest goes on by the work of the pool. */
export const PASSED_ON_KINDS = ["pools_alone", "pools_shared", "leave_decided", "second_decisions"] as const;
export type PassedOnKind = (typeof PASSED_ON_KINDS)[number];

/** Whether all of a kind can be given to another person. */
export const isPassedOn = (kind: HeldKind): kind is PassedOnKind =>
  (PASSED_ON_KINDS as readonly HeldKind[]).includes(kind);

/** All of one kind that a person holds, for another person. */
export const PassOnInput = z.strictObject({
  userId: z.uuid(),
  kind: z.enum(PASSED_ON_KINDS),
  toUserId: z.uuid(),
});
export type PassOnInput = z.infer<typeof PassOnInput>;

/** So much of one kind that a person holds. */
export const HeldView = z.strictObject({
  kind: z.enum(HELD_KINDS),
  count: z.number().int(),
  mustPassOn: z.boolean().meta({
    description:
      "Whether it goes to another person first: before the account is shut, or, where it is, before its person is erased.",
  }),
  names: z.array(z.string()).meta({ description: "The first of what it is, by name." }),
});
export type HeldView = z.infer<typeof HeldView>;
