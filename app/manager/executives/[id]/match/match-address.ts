import { z } from "zod";
import { DayInput } from "@/lib/time/inputs";

/** What the address of a list of candidates asks: from when, and which page of it. */
export const MatchAddress = z.object({
  from: DayInput.optional(),
  page: z.coerce.number().int().min(1).max(100).default(1),
});

const MOST = 4;
const ids = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(","))])
  .transform((some) => some.filter((one) => z.uuid().safeParse(one).success).slice(0, MOST));

/** Who is compared, and what is shown of it. */
export const CompareAddress = z.object({
  from: DayInput.optional().catch(undefined),
  with: ids.catch([]).default([]),
  show: z.enum(["all", "differences"]).catch("all").default("all"),
  person: z.uuid().optional().catch(undefined),
});

type Asked = { from?: string; page?: number; with?: readonly string[]; show?: string; person?: string };

/** The address of the list of an executive, or of some side by side. */
export function matchAddress(
  executiveId: string,
  { from, page, with: compared, show, person }: Asked,
): string {
  const query = new URLSearchParams({
    ...(from && { from }),
    ...(page && page > 1 && { page: String(page) }),
    ...(compared && { with: compared.join(",") }),
    ...(show === "differences" && { show }),
    ...(person && { person }),
  });
  const path = `/manager/executives/${executiveId}/match${compared ? "/compare" : ""}`;
  return query.size > 0 ? `${path}?${query}` : path;
}
