import "server-only";
import Papa from "papaparse";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { addDays, day } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";
import { getWallchart } from "./queries";
import type { WallchartInput } from "./schema";

const COLUMNS = [
  "name",
  "pool",
  "site",
  "type",
  "status",
  "from",
  "from_part",
  "to",
  "to_part",
  "from_time",
  "to_time",
];

/** The wallchart as a CSV file, a line an absence; what it hides on the screen it hides here, and no cell is a formula. Swedish spreadsheets part fields by semicolons, because the comma is their decimal sign. */
export async function wallchartCsv(ctx: Ctx<Manager | Assistant>, input: WallchartInput): Promise<string> {
  const { from, pools, people } = await getWallchart(ctx, input, { hasCovers: false });
  const on = (half: number) => addDays(day(from), Math.floor(half / 2));
  const part = (half: number) => (Math.abs(half % 2) === 1 ? "pm" : "am");
  const rows = people.flatMap(({ name, pool, site, away }) =>
    away.map(([first, last, type, status, start, end]) => [
      name,
      pools[pool]?.name ?? "",
      site,
      type ?? "away",
      status,
      on(first),
      part(first),
      on(last),
      part(last),
      start === null ? "" : clockText(start),
      end === null ? "" : clockText(end),
    ]),
  );
  return `\uFEFF${Papa.unparse({ fields: COLUMNS, data: rows }, { delimiter: ctx.actor.locale === "sv" ? ";" : ",", escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
