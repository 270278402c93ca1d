import "../_components/grid/schedule.css";
import { SlidersHorizontal } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PoolSwitch } from "@/app/_shared/week/pool-switch";
import { WeekSteps } from "@/app/_shared/week/week-step";
import { WeekTitle } from "@/app/_shared/week/week-title";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { peopleForHours } from "@/lib/schedules/replacing/rules";
import { movableBreaks } from "@/lib/schedules/replacing/rules-breaks";
import { listAskedForHours } from "@/lib/schedules/swaps/queries";
import { requireRoster, scheduleWeekOf } from "@/lib/schedules/week/queries";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { parseSearchParams } from "@/lib/server/page";
import { addDays } from "@/lib/time/day";
import { isIsoWeek, isoWeekOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { daysShown, lettersOf } from "../schedule-data";
import { HolePanel } from "./_components/hole-panel";
import { RoleDay } from "./_components/role-day";
import { DaySwitch, HoleList } from "./_components/role-days";
import { RolesAddress, rolesHref } from "./roles-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.roles"))("title") };
}

export default async function RolesPage({ searchParams }: PageProps<"/manager/schedule/roles">) {
  const ctx = await requireManager();
  const t = await getTranslations("schedule");
  const { filter } = await parseSearchParams(RolesAddress, searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const today = dayIn(pool.timeZone, ctx.now);
  const asked = filter.week ?? "";
  const week = isIsoWeek(asked) ? asked : isoWeekOf(filter.on ?? today);
  const roster = await requireRoster(ctx, { poolId: pool.id, week });
  const schedule = scheduleWeekOf(roster);
  const days = daysShown(schedule, today);
  const inWeek = (on: string | undefined) => days.find((day) => day.on === on)?.on;
  const on = inWeek(filter.on) ?? inWeek(today) ?? days[0]?.on ?? addDays(schedule.monday, 0);
  const names = namesIn(ctx.actor.locale, schedule.roles);
  const letters = lettersOf(schedule.roles.map(({ id }) => names[id] ?? ""));
  const roles = schedule.roles.map(({ id, isWithExecutives }, i) => ({
    ...{ id, isWithExecutives, name: names[id] ?? "", letter: letters[i] ?? "" },
  }));
  const holes = schedule.pieces.filter((piece) => missingIn(piece) > 0);
  const open = holes.find(
    (hole) => hole.on === on && hole.roleId === filter.role && hole.startMinute === filter.start,
  );
  const address = { week, pool: pool.id, on };
  return (
    <>
      <LivePage kinds={["schedule", "absence"]} poolIds={[pool.id]} />
      <header className="z-30 flex min-h-14 shrink-0 flex-wrap md:sticky md:top-0 items-center gap-x-2 gap-y-1 border-b border-line bg-surface px-4 py-1.5 md:min-h-12">
        <WeekSteps week={week} hrefOf={(to) => rolesHref({ week: to, pool: pool.id })} />
        <WeekTitle week={week} lastDay={days.at(-1)?.on ?? on} />
        <PoolSwitch
          label={t("pool")}
          pools={pools.map(({ id, name }) => ({ id, name }))}
          current={pool.id}
          hrefOf={(id) => rolesHref({ week, pool: id, on })}
        />
        <span className="flex-1 max-md:hidden" />
        <DaySwitch days={days} on={on} holes={holes} hrefOf={(day) => rolesHref({ ...address, on: day })} />
        <LinkButton
          href={`/manager/schedule/set-up?pool=${pool.id}`}
          icon={<SlidersHorizontal aria-hidden />}
          className="max-md:hidden"
        >
          {t("roles.needs")}
        </LinkButton>
      </header>
      <div className={open ? "grid min-[1200px]:grid-cols-[minmax(0,1fr)_400px]" : "grid"}>
        {open && (
          <HolePanel
            key={`${open.on}${open.roleId}${open.startMinute}`}
            {...{ hole: open, roles }}
            people={peopleForHours(roster, hoursOf(open))}
            breaks={movableBreaks(roster, hoursOf(open))}
            asked={await listAskedForHours(ctx, pool.id, open)}
            poolId={pool.id}
            closeHref={rolesHref(address)}
          />
        )}
        <div className="min-w-0">
          {!open && (
            <HoleList
              holes={holes.filter((hole) => hole.on === on)}
              names={names}
              hrefOf={({ roleId, startMinute }) =>
                rolesHref({ ...address, role: roleId, start: startMinute })
              }
            />
          )}
          {schedule.pieces.length === 0 ? (
            <EmptyState
              className="m-5"
              action={
                <LinkButton href={`/manager/schedule/set-up?pool=${pool.id}`}>{t("setup.open")}</LinkButton>
              }
            >
              {t("roles.none")}
            </EmptyState>
          ) : (
            <RoleDay
              {...{ schedule, roles, on, open }}
              hrefOf={({ roleId, startMinute }) =>
                rolesHref({ ...address, role: roleId, start: startMinute })
              }
            />
          )}
        </div>
      </div>
    </>
  );
}

function hoursOf({ on, roleId, startMinute, endMinute }: DemandPiece) {
  return { on, roleId, startMinute, endMinute };
}
