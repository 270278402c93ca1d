import { getTranslations } from "next-intl/server";
import { PlanBar } from "@/app/manager/coverage/_components/plan/plan-bar";
import { type BoardAddress, boardHref } from "@/app/manager/coverage/board-address";
import { packedRows, shownDays } from "@/app/manager/coverage/board-view";
import { WeekBar, WeeksAhead } from "@/components/coverage/week-bar";
import { BoardPresence } from "@/components/live/board-presence";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type BoardPage, countGapsAhead, getBoardDay, getBoardPage } from "@/lib/coverage/board/queries";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { addDays, laterDay } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { Bench } from "./bench";
import { BoardClient } from "./board-client";
import { BoardFilters, Pages } from "./board-filters";

const ROWS_PER_PAGE = 60;

type CoverageBoardProps = { ctx: Ctx<Manager>; address: BoardAddress };

/** A week of one pool: its gaps, its cover, the plan that waits, and who is free. */
export async function CoverageBoard({ ctx, address }: CoverageBoardProps) {
  const pools = await listPools(ctx);
  const pool = pools.find((p) => p.id === address.poolId) ?? pools[0];
  if (!pool) return <NoExecutives />;
  const today = dayIn(pool.timeZone, ctx.now);
  const thisWeek = isoWeekOf(await getBoardDay(ctx, pool));
  const week = address.week ?? thisWeek;
  const from = mondayOf(week);
  const to = addDays(from, 6);
  const [board, ahead, duties] = await Promise.all([
    getBoardPage(ctx, { ...address, poolId: pool.id, from, to, perPage: ROWS_PER_PAGE }),
    countGapsAhead(ctx, { poolId: pool.id, from: thisWeek }),
    listDuties(ctx),
  ]);
  const here: BoardAddress = { ...address, week, poolId: pool.id };
  const days = shownDays(board);
  const dutyNames = namesIn(ctx.actor.locale, duties);
  const hrefOf = (w: typeof week) => boardHref(here, { week: w });
  return (
    <div className="flex min-h-0 flex-1 flex-col md:h-dvh">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 pt-3 pb-2 md:px-5">
        <h1 className="sr-only">{(await getTranslations("board"))("title")}</h1>
        <WeekBar week={week} thisWeek={thisWeek} hrefOf={hrefOf} lastDay={days.length > 5 ? 6 : 4} />
        <BoardPresence poolId={pool.id} week={week} />
        <BoardFilters address={here} pools={pools} figures={figuresOf(board)} />
      </header>
      <WeeksAhead weeks={ahead} shown={week} hrefOf={hrefOf} />
      {to >= today && (
        <PlanBar
          plan={board.plan}
          poolId={pool.id}
          from={laterDay(from, today)}
          to={to}
          gaps={board.figures.gaps}
          dutyNames={dutyNames}
        />
      )}
      {board.found === 0 ? (
        <NothingShown board={board} address={here} />
      ) : (
        <div className="flex min-h-0 flex-1">
          <BoardClient
            rows={packedRows(board.executives, days)}
            days={board.days
              .filter(({ on }) => days.includes(on))
              .map((day) => ({ ...day, isToday: day.on === today }))}
            assistantNames={board.names}
            dutyNames={dutyNames}
            weeks={{
              previous: boardHref(here, { week: isoWeekOf(addDays(from, -7)) }),
              now: boardHref(here, { week: thisWeek }),
              next: boardHref(here, { week: isoWeekOf(addDays(from, 7)) }),
            }}
          />
          <Bench people={board.bench} />
        </div>
      )}
      <Pages address={here} shown={board.executives.length} total={board.found} perPage={ROWS_PER_PAGE} />
    </div>
  );
}

function figuresOf({ figures: { needed, gaps } }: BoardPage): { covered: number; gaps: number } {
  return { covered: needed === 0 ? 1 : Math.floor((100 * (needed - gaps)) / needed) / 100, gaps };
}

async function NoExecutives() {
  const t = await getTranslations("board.empty");
  return (
    <div className="p-5">
      <EmptyState action={<LinkButton href="/manager/import">{t("import")}</LinkButton>}>
        {t("noExecutives")}
      </EmptyState>
    </div>
  );
}

async function NothingShown({ board, address }: { board: BoardPage; address: BoardAddress }) {
  const t = await getTranslations("board");
  if (board.total === 0) return <NoExecutives />;
  const all = boardHref(address, { query: "", onlyGaps: false });
  return (
    <div className="p-5">
      <EmptyState action={<LinkButton href={all}>{t("everyone")}</LinkButton>}>
        {address.query ? t("empty.noMatch") : t("gapsNone")}
      </EmptyState>
    </div>
  );
}
