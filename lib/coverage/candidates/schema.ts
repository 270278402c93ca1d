import { z } from "zod";

const CarriedView = z.strictObject({
  minutes: z.number(),
  halfDays: z.number(),
  fridays: z.number(),
  difficult: z.number().meta({ description: "Half-days at executives of tier 4 or 5." }),
});

/** Which pool's shares of cover are asked for. */
export const WorkloadsInput = z.strictObject({ poolId: z.uuid() });
export type WorkloadsInput = z.infer<typeof WorkloadsInput>;

/** One's own cover over thirteen weeks beside the pool's average for one's hours. */
export const OwnWorkloadView = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  own: CarriedView,
  average: CarriedView,
});

/** Everybody's cover over thirteen weeks, whoever carried most for their hours first. */
export const WorkloadsView = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  people: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      availableMinutes: z.number().int().meta({ description: "Minutes at work in the period." }),
      carried: CarriedView,
      average: CarriedView,
      minutesPerHour: z.number().meta({ description: "Minutes of cover for each hour at work." }),
    }),
  ),
});
