"use client";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { useBoardKeys } from "@/app/manager/coverage/_components/keys/use-board-keys";
import { useMakePlan } from "@/app/manager/coverage/_components/plan/use-make-plan";
import { type BoardAddress, boardHref, SPANS } from "@/app/manager/coverage/board-address";
import { type Columns, stretchAt } from "@/app/manager/coverage/board-lines";
import { Presence } from "@/components/live/presence";
import { usePresence } from "@/components/live/use-presence";
import { topsOf } from "@/components/ui/layout/use-window";
import type { WeekAhead } from "@/lib/coverage/board/queries-page";
import type { ProposedPlan } from "@/lib/coverage/plans/queries";
import type { Day } from "@/lib/time/day";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";
import { BenchDrawer } from "./bench-drawer";
import { BoardContext, type Opened } from "./board-context";
import { BoardGrid, heightOf } from "./board-grid";
import { BoardToolbar } from "./board-toolbar";
import { NothingShown } from "./nothing-shown";
import { OrderMenu } from "./order-menu";
import { PhoneBoard } from "./phone-board";
import { useSlotWords } from "./slot-words";
import { useActs } from "./use-acts";
import { useGapHints } from "./use-gap-hints";
import { useIsWide } from "./use-is-wide";
import { openByDay, useItems, useLines } from "./use-lines";
import { useMoving } from "./use-moving";
import { useShow } from "./use-show";

/** What few need at once is loaded when the board stands, so that the board stands sooner. */
const PANEL_LOADS_AFTER_MS = 1_000;
const loadPanel = () => import("./opened-panel");
const OpenedPanel = lazy(() => loadPanel().then((module) => ({ default: module.OpenedPanel })));
const PlanStrip = lazy(() =>
  import("@/app/manager/coverage/_components/plan/plan-strip").then((module) => ({
    default: module.PlanStrip,
  })),
);

type BoardClientProps = {
  address: BoardAddress & { week: IsoWeek; poolId: string };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  weeks: readonly WeekAhead[];
  /** Those to be drawn at once, and the rest. */
  lines: { first: string; more: string };
  /** How many executives the pool has. */
  total: number;
  days: readonly ShownDay[];
  todayAt: number;
  needed: number;
  assistantNames: Record<string, string>;
  dutyNames: Record<string, string>;
  /** The name of who works on the board. */
  youAre: string;
  plan: ProposedPlan | null;
  planning: { from: Day; to: Day; sixWeeksTo: Day } | null;
  strip: ReactNode;
  bench: ReactNode;
};

/** The board as people work on it: every change acts at once, can be undone for ten seconds, and rolls back when refused. */
export function BoardClient(props: BoardClientProps) {
  const { address, days, todayAt, weeks, plan, planning } = props;
  const t = useTranslations("board");
  const isWide = useIsWide();
  useEffect(() => {
    const timer = setTimeout(loadPanel, PANEL_LOADS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const findRef = useRef<HTMLInputElement>(null);
  const { show, setShow } = useShow();
  const columns = useMemo<Columns>(() => ({ days: days.map(({ on }) => on), todayAt }), [days, todayAt]);
  const names = useMemo(
    () => ({ assistants: props.assistantNames, duties: props.dutyNames }),
    [props.assistantNames, props.dutyNames],
  );
  const words = useSlotWords(names, columns);
  const { lines, patch } = useLines(props.lines, todayAt);
  const items = useItems(
    lines,
    show,
    columns,
    names.assistants,
    `${address.poolId} ${address.week} ${address.span}`,
  );
  const tops = useMemo(() => topsOf(items.map(heightOf)), [items]);
  const open = useMemo(() => openByDay(lines, columns), [lines, columns]);
  const openCount = open.reduce((sum, count) => sum + count, 0);
  const [opened, setOpened] = useState<Opened | null>(null);
  const openPanel = (panel: Omit<Opened, "isOpen">) => setOpened({ ...panel, isOpen: true });
  const acts = useActs({ names: names.assistants, columns, patch, youAre: props.youAre });
  const { moving, pickUp, drop, cancel, drag } = useMoving({
    poolId: address.poolId,
    lines,
    columns,
    names: names.assistants,
    assign: acts.assign,
    announce: (said) => keys.announce(said),
  });
  const hints = useGapHints({ poolId: address.poolId, items, columns, dutyNames: props.dutyNames });
  const step = SPANS[address.span];
  const making = useMakePlan({ poolId: address.poolId, planning });
  const keys = useBoardKeys({
    box,
    items,
    columns,
    tops,
    moving,
    weeks: {
      previous: boardHref({ ...address, week: addWeeks(address.week, -step) }, show),
      now: boardHref({ ...address, week: props.thisWeek }, show),
      next: boardHref({ ...address, week: addWeeks(address.week, step) }, show),
    },
    onOpen: (lineId, at, trigger) => openPanel({ lineId, at, layout: "grid", trigger }),
    onPickUp: pickUp,
    onDrop: drop,
    onCancel: cancel,
    onOnlyGaps: () => setShow({ onlyGaps: !show.onlyGaps }),
    onFind: () => {
      if (findRef.current) return findRef.current.focus();
      frame.current?.querySelector<HTMLButtonElement>("[data-find]")?.click();
    },
  });
  const openLine = opened?.isOpen ? opened.lineId : null;
  const present = usePresence({
    page: "coverage",
    poolId: address.poolId,
    week: address.week,
    executiveId: openLine,
  });
  const watchers = useMemo(
    () =>
      new Map(
        present.flatMap(({ executiveId, name }) => (executiveId ? [[executiveId, name] as const] : [])),
      ),
    [present],
  );
  const board = { columns, names, words, moving, opened, hints, open: openPanel, ...acts };
  const line = opened && lines.get(opened.lineId);
  const stretch = opened && line && stretchAt(line, opened.at);
  const percent =
    props.needed === 0 ? 1 : Math.floor((100 * (props.needed - openCount)) / props.needed) / 100;
  return (
    <BoardContext value={board}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears where the focus goes and what is dragged in it */}
      <div
        ref={frame}
        onFocus={(event) => keys.onFocus(event.target)}
        {...drag}
        className="flex min-h-0 min-w-0 flex-1 flex-col md:h-dvh md:flex-none print:h-auto"
      >
        <p role="status" className="sr-only">
          {keys.announcement}
        </p>
        <BoardToolbar
          {...{ address, weeks, show, setShow, findRef }}
          thisWeek={props.thisWeek}
          pools={props.pools}
          lastDay={days.at(-1)?.on ?? ("" as Day)}
          plans={making.plans}
          onPlan={planning ? making.planShown : null}
          isPlanning={making.isPlanning}
          isPlanQuiet={plan !== null || openCount === 0}
        />
        <div className="relative hidden board:block print:hidden">
          {props.strip}
          <div className="absolute inset-y-0 right-4 flex items-center gap-3 bg-surface pl-3">
            <BenchDrawer bench={props.bench} />
            <Presence present={present} withWords />
          </div>
        </div>
        {plan && (
          <Suspense fallback={<div className="h-10 shrink-0 border-b border-line bg-plan-bg" />}>
            <PlanStrip
              plan={plan}
              dutyNames={props.dutyNames}
              onDecided={(isPlanAccepted) => patch({ isPlanAccepted })}
              onUndone={() =>
                patch({ back: [...lines.values()], places: { first: 0, last: 2 * days.length - 1 } })
              }
            />
          </Suspense>
        )}
        <div className="flex min-h-0 flex-1">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {isWide !== true && (
              <PhoneBoard
                {...{ items, days, open, address, show, setShow }}
                thisWeek={props.thisWeek}
                pools={props.pools}
                strip={props.strip}
                onPlan={planning && openCount > 0 && !plan ? making.planShown : null}
              />
            )}
            {isWide === false ? null : items.length === 0 ? (
              <NothingShown show={show} setShow={setShow} />
            ) : (
              <BoardGrid
                {...{ box, items, tops, days, open, opened, moving, hints, watchers }}
                others={show.onlyGaps || show.query ? null : props.total}
                orderMenu={<OrderMenu by={show.by} onChange={(by) => setShow({ by })} />}
                summary={t("summary", { open: openCount, percent })}
                active={keys.active}
                onOpen={(lineId, at, trigger) => openPanel({ lineId, at, layout: "grid", trigger })}
              />
            )}
          </div>
          <aside
            aria-label={t("bench.title")}
            className="hidden w-[236px] shrink-0 overflow-auto border-l border-line min-[1440px]:block print:hidden"
          >
            {props.bench}
          </aside>
        </div>
        {opened && line && stretch && (
          <Suspense>
            <OpenedPanel
              key={`${opened.layout} ${opened.lineId} ${opened.at}`}
              {...{ line, stretch, opened }}
              close={() => setOpened({ ...opened, isOpen: false })}
            />
          </Suspense>
        )}
      </div>
    </BoardContext>
  );
}
