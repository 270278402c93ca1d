import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { findFill } from "@/lib/schedules/fills/queries";
import { getPublicationState } from "@/lib/schedules/publishing/queries";
import { listTemplates } from "@/lib/schedules/setup/queries";
import { getScheduleWeek } from "@/lib/schedules/week/queries";
import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { ScheduleShortcuts } from "./_components/schedule-shortcuts";
import { WeekScreen } from "./_components/week-screen";
import { readScheduleAddress } from "./schedule-address";
import { daysShown, lettersOf, packedGrid } from "./schedule-data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule");
  return { title: t("title") };
}

export default async function SchedulePage({ searchParams }: PageProps<"/manager/schedule">) {
  const ctx = await requireManager();
  const params = await searchParams;
  const address = readScheduleAddress(params);
  const shiftId = typeof params.shift === "string" ? params.shift : null;
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === address.poolId) ?? pools[0];
  if (!pool || pool.assistantCount === 0) return <NoPeople />;
  const today = dayIn(pool.timeZone, ctx.now);
  const thisWeek = isoWeekOf(today);
  const week = address.week ?? thisWeek;
  const monday = mondayOf(week);
  const [schedule, publication, templates, fill] = await Promise.all([
    getScheduleWeek(ctx, { poolId: pool.id, week }),
    getPublicationState(ctx, pool.id, week),
    listTemplates(ctx, pool.id),
    findFill(ctx, { poolId: pool.id, from: monday, to: addDays(monday, 6) }),
  ]);
  if (schedule.roles.length === 0) return <NoRoles poolId={pool.id} />;
  const isSwedish = localeOf(ctx.actor.locale) === "sv";
  const used = schedule.roles.filter(({ id, isRetired }) => !isRetired || isInUse(schedule.shifts, id));
  const names = used.map(({ nameEn, nameSv }) => (isSwedish ? nameSv : nameEn));
  const letters = lettersOf(names);
  return (
    <>
      <LivePage kinds={["schedule", "absence", "person", "pool"]} poolIds={[pool.id]} />
      <ScheduleShortcuts />
      <WeekScreen
        key={`${pool.id} ${week}`}
        address={{ week, poolId: pool.id, roleId: address.roleId }}
        thisWeek={thisWeek}
        shiftId={shiftId}
        pools={pools.map(({ id, name }) => ({ id, name }))}
        days={daysShown(schedule, today)}
        roles={used.map(({ id, isWithExecutives }, i) => ({
          id,
          isWithExecutives,
          name: names[i] ?? "",
          letter: letters[i] ?? "",
        }))}
        templates={templates}
        fill={fill}
        publication={publication && { ...publication, at: publication.at.toISOString() }}
        data={packedGrid(schedule)}
      />
    </>
  );
}

function isInUse(shifts: readonly { work: readonly { roleId: string }[] }[], id: string): boolean {
  return shifts.some(({ work }) => work.some(({ roleId }) => roleId === id));
}

async function NoRoles({ poolId }: { poolId: string }) {
  const t = await getTranslations("schedule");
  return (
    <div className="p-5">
      <EmptyState
        action={<LinkButton href={`/manager/schedule/set-up?pool=${poolId}`}>{t("setup.open")}</LinkButton>}
      >
        {t("empty.noRoles")}
      </EmptyState>
    </div>
  );
}

async function NoPeople() {
  const t = await getTranslations("schedule.empty");
  return (
    <div className="p-5">
      <EmptyState action={<LinkButton href="/manager/assistants">{t("assistants")}</LinkButton>}>
        {t("noPeople")}
      </EmptyState>
    </div>
  );
}
