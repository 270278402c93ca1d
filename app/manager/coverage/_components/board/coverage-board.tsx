import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type AskedBoard, boardHref, SPANS } from "@/app/manager/coverage/board-address";
import { LINES_AT_ONCE } from "@/app/manager/coverage/board-lines";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getBoardDay, getBoardPage } from "@/lib/coverage/board/queries-page";
import { listAbsentToday } from "@/lib/coverage/board/queries-today";
import { todayAmong } from "@/lib/coverage/board/rules-lines";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { countUnassignedRequests } from "@/lib/requests/queries";
import { addDays, laterDay } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { Bench } from "./bench";
import { BoardClient } from "./board-client";
import { BoardShortcuts } from "./board-shortcuts";
import { TodayStrip } from "./today-strip";

const DAYS_A_WEEK = 7;
const WEEKS_PLANNED = 6;

type CoverageBoardProps = {
  ctx: Ctx<Manager>;
  address: AskedBoard;
  /** A line that comes before how today stands. */
  lead?: ReactNode;
};

/** Some weeks of one pool: its gaps, its cover, the plan that waits, who is free, and how today stands. */
export async function CoverageBoard({ ctx, address, lead }: CoverageBoardProps) {
  const pools = await listPools(ctx);
  const pool = pools.find((p) => p.id === address.poolId) ?? pools[0];
  if (!pool) return <NoExecutives lead={lead} />;
  const today = dayIn(pool.timeZone, ctx.now);
  const thisWeek = isoWeekOf(await getBoardDay(ctx, pool));
  const week = address.week ?? thisWeek;
  const from = mondayOf(week);
  const to = addDays(from, SPANS[address.span] * DAYS_A_WEEK - 1);
  const [board, away, unassigned, duties] = await Promise.all([
    getBoardPage(ctx, {
      poolId: pool.id,
      from,
      to,
      ahead: thisWeek,
      drawnAtOnce: address.isAll ? undefined : LINES_AT_ONCE,
    }),
    listAbsentToday(ctx, pools),
    countUnassignedRequests(ctx),
    listDuties(ctx),
  ]);
  if (board.total === 0) return <NoExecutives lead={lead} />;
  const here = { ...address, week, poolId: pool.id };
  const first = laterDay(from, today);
  return (
    <>
      <BoardShortcuts />
      <BoardClient
        key={`${pool.id} ${week} ${address.span}`}
        address={here}
        thisWeek={thisWeek}
        pools={pools.map(({ id, name }) => ({ id, name }))}
        weeks={board.weeks}
        lines={board.lines}
        total={board.total}
        days={board.days.map((day) => ({ ...day, isToday: day.on === today, isPast: day.on < today }))}
        todayAt={todayAmong(
          board.days.map(({ on }) => on),
          today,
        )}
        needed={board.needed}
        assistantNames={board.names}
        dutyNames={namesIn(ctx.actor.locale, duties)}
        youAre={ctx.actor.name}
        plan={board.plan}
        planning={
          to >= today
            ? {
                from: first,
                to,
                sixWeeksTo: addDays(mondayOf(isoWeekOf(first)), WEEKS_PLANNED * DAYS_A_WEEK - 1),
              }
            : null
        }
        strip={
          <>
            {lead}
            <TodayStrip away={away} unassigned={unassigned} shownPoolId={pool.id} />
          </>
        }
        bench={
          <Bench
            bench={board.bench}
            monday={from}
            today={today}
            poolHref={(poolId) => boardHref({ ...here, poolId })}
          />
        }
      />
    </>
  );
}

async function NoExecutives({ lead }: { lead?: ReactNode }) {
  const t = await getTranslations("board.empty");
  return (
    <>
      {lead}
      <div className="p-5">
        <EmptyState action={<LinkButton href="/manager/import">{t("import")}</LinkButton>}>
          {t("noExecutives")}
        </EmptyState>
      </div>
    </>
  );
}
