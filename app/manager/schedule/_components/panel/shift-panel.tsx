"use client";
import { ArrowLeftRight, CalendarX, Copy, Lock, LockOpen, Pencil, Split, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { GridShift } from "@/app/manager/schedule/schedule-data";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { minutesOfShift, QUARTER } from "@/lib/schedules/week/rules";
import { clockText, hoursText, isSameHours } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { useShiftWords } from "../use-shift-words";
import { CalledOff } from "./called-off";
import { FindingList } from "./finding-list";
import { ShiftForm, type ShiftValues } from "./shift-form";

type ShiftPanelProps = { shift: GridShift; isSplitting?: boolean; close: () => void };

/** A shift: how it stands, what breaks a rule, and what can be done with it. */
export function ShiftPanel({ shift, isSplitting = false, close }: ShiftPanelProps) {
  const t = useTranslations("schedule.panel");
  const form = useTranslations("schedule.form");
  const act = useTranslations("schedule.act");
  const swaps = useTranslations("schedule.swaps");
  const { acts, findingsOf } = useSchedule();
  const [mode, setMode] = useState<"view" | "change" | "copy" | "split">(isSplitting ? "split" : "view");
  const findings = findingsOf(shift.id);
  function then(act: () => void) {
    act();
    close();
  }
  if (mode === "change" || mode === "copy") {
    const isCopy = mode === "copy";
    const { assistantId, on, startMinute, endMinute, breakMinutes, work, note = "" } = shift;
    const roleId = work.length === 1 ? work[0]?.roleId : undefined;
    const values = { assistantId, on, startMinute, endMinute, breakMinutes, note, ...(roleId && { roleId }) };
    return (
      <ShiftForm
        values={values}
        shiftId={isCopy ? undefined : shift.id}
        saveLabel={isCopy ? form("addCopy") : t("save")}
        onSave={(asked) => then(() => (isCopy ? acts.add(copyOf(shift, asked)) : acts.change(shift, asked)))}
      />
    );
  }
  return (
    <div className="grid gap-3">
      <Facts shift={shift} />
      {findings.length > 0 && <FindingList findings={findings} />}
      {shift.calledOff.length > 0 && <CalledOff shift={shift} close={close} />}
      {mode === "split" && <SplitAt shift={shift} onSplit={(at) => then(() => acts.split(shift, at))} />}
      <div className="-mx-3 -mb-3 flex flex-wrap gap-1 border-t border-line p-2">
        {!shift.isRemoval && (
          <>
            <Button variant="ghost" icon={<Pencil aria-hidden />} onPress={() => setMode("change")}>
              {t("change")}
            </Button>
            <Button variant="ghost" icon={<Split aria-hidden />} onPress={() => setMode("split")}>
              {t("split")}
            </Button>
            <Button variant="ghost" icon={<Copy aria-hidden />} onPress={() => setMode("copy")}>
              {act("copyShift")}
            </Button>
            <Button
              variant="ghost"
              icon={shift.isLocked ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
              onPress={() => then(() => acts.lock(shift))}
            >
              {t(shift.isLocked ? "unlock" : "lock")}
            </Button>
          </>
        )}
        {shift.status === "published" && shift.calledOff.length === 0 && (
          <LinkButton
            href={`/manager/schedule/requests/new?shift=${shift.id}`}
            variant="ghost"
            icon={<ArrowLeftRight aria-hidden />}
          >
            {swaps("askOthers")}
          </LinkButton>
        )}
        {shift.status === "published" && shift.assistantId && shift.calledOff.length === 0 && (
          <Button
            variant="ghost"
            icon={<CalendarX aria-hidden />}
            onPress={() => then(() => acts.callOff(shift))}
          >
            {t("callOff")}
          </Button>
        )}
        <span className="flex-1" />
        {shift.published && (
          <Button variant="ghost" icon={<Undo2 aria-hidden />} onPress={() => then(() => acts.remove(shift))}>
            {t("discard")}
          </Button>
        )}
        {!shift.published && (
          <Button
            variant="ghost"
            icon={<Trash2 aria-hidden />}
            onPress={() => then(() => acts.remove(shift))}
          >
            {t("remove")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A copy has the work of its shift where it has its hours and no other role. */
function copyOf(shift: GridShift, asked: ShiftValues) {
  return asked.roleId || !isSameHours(asked, shift)
    ? { ...asked, roleId: asked.roleId ?? shift.work[0]?.roleId ?? "" }
    : { ...asked, work: shift.work };
}

function Facts({ shift }: { shift: GridShift }) {
  const t = useTranslations("schedule.panel");
  const { roles } = useSchedule();
  const amount = useAmountWords();
  const { stateOf } = useShiftWords(roles);
  const { breakMinutes, breakStartMinute } = shift;
  const pause = { startMinute: breakStartMinute, endMinute: breakStartMinute + breakMinutes };
  const state = stateOf(shift);
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        {shift.status === "draft" ? (
          <span className="shift-sample">{state ?? t("draft")}</span>
        ) : (
          <span className="text-ink-2">{state ?? t("published")}</span>
        )}
        {shift.isLocked && <span className="text-ink-2">{t("lockedHint")}</span>}
      </p>
      <p className="tnum text-ink-2">
        {breakMinutes > 0 ? t("break", { hours: hoursText(pause) }) : t("noBreak")} ·{" "}
        {t("worked", { amount: amount(minutesOfShift(shift), "minutes") })}
      </p>
      {shift.note && <p>{shift.note}</p>}
    </div>
  );
}

type SplitAtProps = { shift: GridShift; onSplit: (at: number) => void };

function SplitAt({ shift, onSplit }: SplitAtProps) {
  const t = useTranslations("schedule.panel");
  const first = Math.floor(shift.startMinute / QUARTER + 1) * QUARTER;
  const places = Array.from(
    { length: Math.ceil((shift.endMinute - first) / QUARTER) },
    (_, i) => first + i * QUARTER,
  );
  const middle = places[Math.floor(places.length / 2)] ?? first;
  const noon = places.includes(720) ? 720 : middle;
  const [at, setAt] = useState(String(noon));
  return (
    <div className="flex items-end gap-2">
      <Select
        name="split-at"
        label={t("splitAt")}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
        options={places.map((minute) => ({ value: String(minute), label: clockText(minute) }))}
        className="flex-1"
      />
      <Button onPress={() => onSplit(Number(at))}>{t("splitNow")}</Button>
    </div>
  );
}
