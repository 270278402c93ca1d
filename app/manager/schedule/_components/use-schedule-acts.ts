"use client";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import * as actions from "@/app/manager/schedule/actions";
import type { GridShift } from "@/app/manager/schedule/schedule-data";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { useDayWords } from "@/components/time/use-day-words";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { ScheduledShift } from "@/lib/schedules/week/queries";
import type { PlannedShift, WorkPiece } from "@/lib/schedules/week/rules";
import { usualBreakMinutes, usualBreakStart, workOf } from "@/lib/schedules/week/rules";
import type { OVERRIDE_RULES } from "@/lib/schedules/week/rules-findings-kinds";
import type { Day } from "@/lib/time/day";
import { type Hours, shortHoursText } from "@/lib/time/hours";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";

/** What is shown before it is answered: a shift put in its place, or taken away. */
export type SchedulePatch = { put: ScheduledShift } | { gone: string };

export type ShiftToAdd = Hours & {
  assistantId: string | null;
  on: Day;
  roleId?: string;
  work?: readonly WorkPiece[];
  breakMinutes?: number;
  note?: string;
};

type OverrideRule = (typeof OVERRIDE_RULES)[number];

export type ShiftChanges = Partial<Omit<ShiftToAdd, "work">>;

type ActsInput = {
  poolId: string;
  week: IsoWeek;
  nameOf: (assistantId: string | null) => string;
  patch: (patch: SchedulePatch) => void;
};

export type ScheduleActs = ReturnType<typeof useScheduleActs>;

/** Everything that changes the schedule: shown at once, to be undone for ten seconds, taken back when it is refused. */
export function useScheduleActs({ poolId, week, nameOf, patch }: ActsInput) {
  const t = useTranslations("schedule.act");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const dayWords = useDayWords();
  const words = (shift: Hours & { assistantId: string | null; on: Day }) => ({
    name: firstNameOf(nameOf(shift.assistantId)),
    day: dayWords(shift.on),
    hours: shortHoursText(shift),
  });

  function add(shift: ShiftToAdd) {
    const { work, ...asked } = shift;
    const input = { poolId, ...asked, ...(work ? { work: [...work], roleId: undefined } : {}) };
    startTransition(async () => {
      patch({ put: expected("new", shift) });
      const answer = await attempt(() => actions.draft(input));
      if (!answer.ok) return notifyFault(refusals(answer));
      const { id, version } = answer.value;
      undoable(t("added", words(shift)), () => actions.remove({ id, version }));
    });
  }

  function change(shift: GridShift, changes: ShiftChanges) {
    const { id, version } = shift;
    const after = { ...shift, ...changes };
    startTransition(async () => {
      patch({ put: changed(shift, changes) });
      const answer = await attempt(() => actions.change({ id, version, ...changes }));
      if (!answer.ok) return notifyFault(refusals(answer));
      const made = answer.value;
      undoable(t("changed", words(after)), () =>
        made.id !== id || made.status === "published"
          ? actions.remove({ id: made.id, version: made.version })
          : actions.change({ id, version: made.version, ...valuesOf(shift) }),
      );
    });
  }

  function remove(shift: GridShift) {
    const { id, version, published } = shift;
    startTransition(async () => {
      if (shift.status === "published") patch({ put: { ...shift, status: "draft", isRemoval: true } });
      else patch(published ? { put: { ...published } } : { gone: id });
      const answer = await attempt(() => actions.remove({ id, version }));
      if (!answer.ok) return notifyFault(refusals(answer));
      const removal = answer.value.id;
      undoable(t(shift.status === "published" ? "removing" : "removed", words(shift)), () =>
        shift.status === "published"
          ? actions.remove({ id: removal, version: 1 })
          : published
            ? actions.change({ id: published.id, version: published.version, ...valuesOf(shift) })
            : actions.draft({ poolId, ...valuesOf(shift) }),
      );
    });
  }

  function split(shift: GridShift, at: number) {
    const { id, version } = shift;
    startTransition(async () => {
      const answer = await attempt(() => actions.split({ id, version, at }));
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t("split", words(shift)));
    });
  }

  /** Locks a shift against filling days, or lets it go. */
  function lock(shift: GridShift) {
    const { id, version } = shift;
    const isLocked = !shift.isLocked;
    startTransition(async () => {
      patch({ put: { ...shift, isLocked } });
      const answer = await attempt(() => actions.lock({ id, version, isLocked }));
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t(isLocked ? "locked" : "unlocked", words(shift)));
    });
  }

  /** Calls all of a published shift off, to be put back for ten seconds. */
  function callOff(shift: GridShift) {
    const { id, version, startMinute, endMinute } = shift;
    startTransition(async () => {
      patch({ put: { ...shift, calledOff: [{ startMinute, endMinute }] } });
      const answer = await attempt(() => actions.callOff({ id, version }));
      if (!answer.ok) return notifyFault(refusals(answer));
      const { version: now } = answer.value;
      undoable(t("calledOff", words(shift)), () => actions.reinstate({ id, version: now }));
    });
  }

  function reinstate({ id, version, ...shift }: GridShift) {
    startTransition(async () => {
      const answer = await attempt(() => actions.reinstate({ id, version }));
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t("reinstated", words(shift)));
    });
  }

  type Given = { assistantId: string; name: string; overrides: { rule: OverrideRule; reason: string }[] };

  function replace({ id, version, ...shift }: GridShift, { assistantId, name, overrides }: Given) {
    startTransition(async () => {
      const answer = await attempt(() => actions.replace({ id, version, assistantId, overrides }));
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t("replaced", { ...words(shift), name: firstNameOf(name) }));
    });
  }

  /** Copies this week so many weeks on, each in turn; -1 copies the last one into this. */
  function copyWeeks(weeks: readonly number[]) {
    startTransition(async () => {
      const done = { copied: 0, leftOut: 0, ids: [] as string[] };
      for (const by of weeks) {
        const way =
          by < 0
            ? { fromWeek: addWeeks(week, by), toWeek: week }
            : { fromWeek: week, toWeek: addWeeks(week, by) };
        const answer = await attempt(() => actions.copy({ poolId, ...way }));
        if (!answer.ok) return notifyFault(refusals(answer));
        done.copied += answer.value.copied;
        done.leftOut += answer.value.leftOut.length;
        done.ids.push(...answer.value.shiftIds);
      }
      const said = t("copied", { count: done.copied, leftOut: done.leftOut });
      if (done.copied === 0) return notify(said);
      undoable(said, () => actions.takeBack({ poolId, ids: done.ids }));
    });
  }

  function remind(publicationId: string) {
    startTransition(async () => {
      const answer = await attempt(() => actions.remind({ publicationId }));
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t("reminded", { count: answer.value.count }));
    });
  }

  return { add, change, remove, split, lock, callOff, reinstate, replace, copyWeeks, remind };
}

/** All that says what a shift is, to put it back as it was. */
function valuesOf({
  assistantId,
  on,
  startMinute,
  endMinute,
  breakMinutes,
  breakStartMinute,
  work,
  note = "",
}: PlannedShift) {
  return { assistantId, on, startMinute, endMinute, breakMinutes, breakStartMinute, work: [...work], note };
}

function expected(id: string, { roleId, work, ...shift }: ShiftToAdd): ScheduledShift {
  const breakMinutes = shift.breakMinutes ?? usualBreakMinutes(shift);
  return {
    ...shift,
    id,
    breakMinutes,
    breakStartMinute: usualBreakStart(shift, breakMinutes),
    work: work ?? [{ roleId: roleId ?? "", startMinute: shift.startMinute, endMinute: shift.endMinute }],
    ...{ status: "draft", version: 0, supersedesId: null, isRemoval: false, calledOff: [] },
  };
}

/** A shift as a change will leave it; of a published one, the draft beside it. */
export function changed(shift: GridShift, { roleId, ...changes }: ShiftChanges): ScheduledShift {
  const { published: _, ...before } = shift;
  const after = { ...before, ...changes };
  const work = roleId
    ? [{ roleId, startMinute: after.startMinute, endMinute: after.endMinute }]
    : workOf(shift.work, shift, after);
  const isPublished = shift.status === "published";
  return {
    ...after,
    work,
    ...(isPublished && { id: `${shift.id} draft`, status: "draft" as const, supersedesId: shift.id }),
  };
}
