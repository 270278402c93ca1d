import { z } from "zod";

/** All that is kept of a person and theirs to have, table by table, as it stands in the database. */
export const PersonalExport = z.strictObject({
  takenAt: z.string().meta({ format: "date-time" }),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
export type PersonalExport = z.infer<typeof PersonalExport>;
