import type { Choice } from "@/components/wallchart/chart-filter";
import { FIRST_ROWS, MOST_ON_DAY, WallchartScreen } from "@/components/wallchart/wallchart-screen";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { getWallchartScreen } from "@/lib/absences/wallchart/queries";
import { wallchartCsv } from "@/lib/absences/wallchart/queries-csv";
import { listWallchartSites } from "@/lib/absences/wallchart/queries-people";
import { daysAsked } from "@/lib/absences/wallchart/rules-span";
import { WallchartAddress } from "@/lib/absences/wallchart/schema";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { namesIn } from "@/lib/i18n/locales";
import { getOwnDay } from "@/lib/pools/queries-today";
import { orNotFound, parseSearchParams, type SearchParams } from "@/lib/server/page";
import { WallchartShortcuts } from "./wallchart-shortcuts";

type WallchartOfProps = {
  ctx: Ctx<Manager | Assistant>;
  searchParams: SearchParams;
  path: string;
  /** Managers may ask by type, and go from a name to the person. */
  personHref: string | null;
};

/** The wallchart as an address asks for it, of all that whoever is signed in may see. */
export async function WallchartOf({ ctx, searchParams, path, personHref }: WallchartOfProps) {
  const { filter, address } = await parseSearchParams(WallchartAddress, searchParams);
  const { covers, ...input } = filter;
  const asked = { ...input, day: input.day, hasCovers: covers !== undefined, rows: FIRST_ROWS };
  const [screen, sites, leaveTypes] = await Promise.all([
    orNotFound(() => getWallchartScreen(ctx, asked, MOST_ON_DAY)),
    listWallchartSites(ctx),
    listLeaveTypes(ctx),
  ]);
  const typeNames = namesIn(ctx.actor.locale, leaveTypes);
  const types: Choice[] = leaveTypes.map(({ id }) => ({ value: id, label: typeNames[id] ?? id }));
  return (
    <>
      <WallchartShortcuts />
      <WallchartScreen
        path={path}
        asked={address}
        screen={screen}
        sites={sites}
        types={personHref ? types : []}
        typeNames={typeNames}
        personHref={personHref}
      />
    </>
  );
}

/** The same as a file to download. */
export async function wallchartFile(ctx: Ctx<Manager | Assistant>, request: Request): Promise<Response> {
  const search = Promise.resolve(Object.fromEntries(new URL(request.url).searchParams));
  const { filter } = await parseSearchParams(WallchartAddress, search);
  const { covers: _, day: __, ...input } = filter;
  const csv = await orNotFound(() => wallchartCsv(ctx, input));
  const { from, to } = daysAsked(input, await getOwnDay(ctx));
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="time-off-${from}-to-${to}.csv"`,
    },
  });
}
