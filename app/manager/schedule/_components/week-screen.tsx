"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useMemo, useOptimistic, useRef, useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import {
  type GridData,
  type GridRole,
  type GridShift,
  gridItems,
  holesOf,
  peopleWithDrafts,
  shiftsByRow,
} from "@/app/manager/schedule/schedule-data";
import { topsOf } from "@/components/ui/layout/use-window";
import { groupedBy } from "@/lib/groups";
import type { TemplateView } from "@/lib/schedules/setup/schema";
import type { ScheduledShift } from "@/lib/schedules/week/queries";
import type { IsoWeek } from "@/lib/time/iso-week";
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
const PublishSheet = lazy(() =>
  import("./publish/publish-sheet").then((module) => ({ default: module.PublishSheet })),
);

export type PublicationFacts = { id: string; at: string; by: string; told: number; unread: string[] };

type WeekScreenProps = {
  address: { week: IsoWeek; poolId: string; roleId: string | null };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  days: readonly ShownDay[];
  roles: readonly GridRole[];
  templates: readonly TemplateView[];
  publication: PublicationFacts | null;
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
  const rows = useMemo(() => shiftsByRow(shifts), [shifts]);
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
  const [opened, setOpened] = useState<OpenedPlace | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
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
    ...{ poolId: address.poolId, days, roles, templates, people, acts },
    findingsOf: (shiftId: string) => findings.get(shiftId) ?? [],
  };
  return (
    <ScheduleContext value={context}>
      <div className="flex min-h-0 min-w-0 flex-col board:h-dvh print:h-auto">
        <WeekToolbar
          {...props}
          drafts={drafts}
          onPublish={() => setPublishing(true)}
          onCopy={acts.copyWeeks}
        />
        <StatusStrip publication={publication} findings={served.findings} pieces={served.pieces} />
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
          {isPublishing && <PublishSheet week={address.week} close={() => setPublishing(false)} />}
        </Suspense>
      </div>
    </ScheduleContext>
  );
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
