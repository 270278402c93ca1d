"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useMemo, useOptimistic, useRef, useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import {
  type GridData,
  type GridRole,
  type GridShift,
  gridItems,
  holesOf,
  peopleWithDrafts,
  proposedShifts,
  shiftsByRow,
} from "@/app/manager/schedule/schedule-data";
import { usePresence } from "@/components/live/use-presence";
import { topsOf } from "@/components/ui/layout/use-window";
import { groupedBy } from "@/lib/groups";
import type { FillView } from "@/lib/schedules/fills/schema";
import type { TemplateView } from "@/lib/schedules/setup/schema";
import type { ScheduledShift } from "@/lib/schedules/week/queries";
import type { Day } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { FillStrip } from "./fill/fill-strip";
import { useFill } from "./fill/use-fill";
import { PhoneWeek } from "./grid/phone-week";
import { useScheduleKeys } from "./grid/use-schedule-keys";
import { heightOf, WeekGrid } from "./grid/week-grid";
import { type OpenedPlace, ScheduleContext } from "./schedule-context";
import { StatusStrip } from "./status-strip";
import { type SchedulePatch, useScheduleActs } from "./use-schedule-acts";
import { WeekToolbar } from "./week-toolbar";

const OpenedPanel = lazy(() =>
  import("./panel/opened-panel").then((module) => ({ default: module.OpenedPanel })),
);
const FillReview = lazy(() =>
  import("./fill/fill-review").then((module) => ({ default: module.FillReview })),
);
const ChooseFill = lazy(() =>
  import("./fill/choose-fill").then((module) => ({ default: module.ChooseFill })),
);
const PublishSheet = lazy(() =>
  import("./publish/publish-sheet").then((module) => ({ default: module.PublishSheet })),
);

export type PublicationFacts = { id: string; at: string; by: string; told: number; unread: string[] };

type WeekScreenProps = {
  address: { week: IsoWeek; poolId: string; roleId: string | null };
  thisWeek: IsoWeek;
  /** A shift that the address asks to see opened. */
  shiftId: string | null;
  pools: readonly { id: string; name: string }[];
  days: readonly ShownDay[];
  roles: readonly GridRole[];
  templates: readonly TemplateView[];
  publication: PublicationFacts | null;
  /** The fill of the week that goes on or waits for a decision. */
  fill: FillView | null;
  data: string;
};

/** A week of the schedule as managers work on it. */
export function WeekScreen(props: WeekScreenProps) {
  const { address, days, templates, publication } = props;
  const t = useTranslations("schedule");
  const served = useMemo(() => JSON.parse(props.data) as GridData, [props.data]);
  const [shifts, patch] = useOptimistic(served.shifts, patched);
  const roles = useMemo(() => new Map(props.roles.map((role) => [role.id, role])), [props.roles]);
  const people = useMemo(() => new Map(served.people.map((person) => [person.id, person])), [served.people]);
  const findings = useMemo(() => groupedBy(served.findings, ({ shiftId }) => shiftId), [served.findings]);
  const fill = useFill(props.fill);
  const rows = useMemo(() => withProposed(shiftsByRow(shifts), fill, days), [shifts, fill, days]);
  const [toPublish] = useState(() => peopleWithDrafts(served.shifts));
  const items = useMemo(
    () =>
      gridItems({
        people: served.people,
        rows,
        toPublish,
        isShown: (id) => !address.roleId || hasRole(rows.get(id) ?? [], address.roleId),
      }),
    [served.people, rows, toPublish, address.roleId],
  );
  const present = usePresence({ page: "schedule", poolId: address.poolId, week: address.week });
  const [opened, setOpened] = useState<OpenedPlace | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef(props.shiftId);
  useEffect(() => {
    const shift = [...rows.values()].flat().find(({ id }) => id === asked.current);
    asked.current = null;
    if (!shift) return;
    const bar = [...document.querySelectorAll<HTMLElement>(`[data-shift="${shift.id}"]`)];
    setOpened({ kind: "shift", shift, trigger: bar.find((one) => one.offsetWidth > 0) ?? document.body });
  }, [rows]);
  const nameOf = (id: string | null) => people.get(id ?? "")?.name ?? t("open");
  const acts = useScheduleActs({ ...address, nameOf, patch });
  const drafts = shifts.filter(({ status }) => status === "draft").length;
  const tops = useMemo(() => topsOf(items.map(heightOf)), [items]);
  const keys = useScheduleKeys({
    ...{ box, items, tops, rows, days, acts, nameOf },
    holes: useMemo(() => holesOf(served.pieces), [served.pieces]),
    ...{ address, thisWeek: props.thisWeek },
    onOpen: setOpened,
    onPublish: () => drafts > 0 && setPublishing(true),
  });
  const context = {
    ...{ poolId: address.poolId, days, roles, templates, people, acts, fill },
    findingsOf: (shiftId: string) => findings.get(shiftId) ?? [],
  };
  return (
    <ScheduleContext value={context}>
      <div className="flex min-h-0 min-w-0 flex-col board:h-dvh print:h-auto">
        <WeekToolbar
          {...props}
          drafts={drafts}
          canFill={fill === null && holesOf(served.pieces).some(({ on }) => !isPast(on, days))}
          onPublish={() => setPublishing(true)}
          onCopy={acts.copyWeeks}
          onChooseFill={fill ? null : () => setChoosing(true)}
        />
        {fill && <FillStrip key={fill.id} fill={fill} onReview={() => setReviewing(true)} />}
        <StatusStrip
          publication={publication}
          findings={served.findings}
          pieces={served.pieces}
          present={present}
        />
        <WeekGrid
          {...{ box, items, tops, days, rows, keys }}
          pieces={served.pieces}
          onOpen={setOpened}
          openShiftId={opened?.kind === "shift" ? opened.shift.id : null}
        />
        <PhoneWeek {...{ items, rows, days }} pieces={served.pieces} onOpen={setOpened} />
        <p role="status" className="sr-only">
          {keys.announcement}
        </p>
        <Suspense>
          {opened && <OpenedPanel opened={opened} close={() => setOpened(null)} />}
          {isReviewing && fill?.result && (
            <FillReview fill={{ ...fill, result: fill.result }} close={() => setReviewing(false)} />
          )}
          {isChoosing && <ChooseFill week={address.week} close={() => setChoosing(false)} />}
          {isPublishing && <PublishSheet week={address.week} close={() => setPublishing(false)} />}
        </Suspense>
      </div>
    </ScheduleContext>
  );
}

function isPast(on: Day, days: readonly ShownDay[]): boolean {
  return days.some((shown) => shown.on === on && shown.isPast);
}

function withProposed(
  rows: Map<string, GridShift[]>,
  fill: FillView | null,
  days: readonly ShownDay[],
): Map<string, GridShift[]> {
  const proposed = proposedShifts(fill?.result?.shifts ?? []);
  for (const shift of proposed.filter((one) => days.some(({ on }) => on === one.on))) {
    const key = shift.assistantId ?? "";
    rows.set(key, [...(rows.get(key) ?? []).filter(({ id }) => id !== shift.replacesId), shift]);
  }
  return rows;
}

function hasRole(shifts: readonly GridShift[], roleId: string): boolean {
  return shifts.some(({ work }) => work.some((piece) => piece.roleId === roleId));
}

function patched(shifts: ScheduledShift[], patch: SchedulePatch): ScheduledShift[] {
  if ("gone" in patch) return shifts.filter(({ id }) => id !== patch.gone);
  const { put } = patch;
  const isKnown = shifts.some(({ id }) => id === put.id);
  return isKnown ? shifts.map((shift) => (shift.id === put.id ? put : shift)) : [...shifts, put];
}
