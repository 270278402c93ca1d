import { z } from "zod";

/** The version of a row that was read by the person who changes it; a form sends it in a hidden field. */
export const ReadVersion = z.coerce
  .number()
  .int()
  .positive()
  .meta({ description: "The version that was read; another one by then is refused." });
