import { z } from "zod";
import { oneLine } from "@/lib/text";

export const PersonName = oneLine(120, 1);

/** Kept in lower case: accounts are told apart by it. */
export const EmailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ type: "string", format: "email" });
