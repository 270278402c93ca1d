"use client";
import { ArrowRight, Check, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PersonToTell } from "@/app/manager/schedule/publication-sheet";
import { useDayWords } from "@/components/time/use-day-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { ShiftChange, ShiftSide } from "@/lib/schedules/publishing/rules";
import { shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { useFindingWords } from "../use-finding-words";
import { workWords } from "../use-shift-words";
import type { Reasons } from "./publish-sheet";

type PersonChangesProps = {
  person: PersonToTell;
  reasons: Reasons;
  onReason: (key: string, words: string) => void;
};

/** One person of a publication: each change before and after, and what needs a reason right under it. */
export function PersonChanges({ person, reasons, onReason }: PersonChangesProps) {
  const t = useTranslations("schedule.publish");
  const { roles } = useSchedule();
  const words = useFindingWords(roles);
  const kinds = [...new Set(person.changes.map(({ kind }) => kind))];
  return (
    <li className="border-b border-hair py-3">
      <p className="flex items-center gap-2.5">
        <Avatar name={person.name} size="small" />
        <span className="text-sm font-semibold">{person.name}</span>
        <span className="text-xs text-ink-2">{kinds.map((kind) => t(`kind.${kind}`)).join(", ")}</span>
      </p>
      {person.changes.map((change) => (
        <ChangeLine key={`${change.shiftId} ${change.kind}`} change={change} />
      ))}
      {person.findings.map((finding) => {
        const key = `${finding.shiftId} ${finding.rule}`;
        return (
          <ReasonField
            key={key}
            title={words.sentence(finding)}
            placeholder={t("why")}
            value={reasons[key] ?? ""}
            onChange={(text) => onReason(key, text)}
          />
        );
      })}
    </li>
  );
}

function ChangeLine({ change: { before, after } }: { change: ShiftChange }) {
  const t = useTranslations("schedule.publish");
  const dayWords = useDayWords();
  const on = (after ?? before)?.on;
  const isSameDay = before?.on === after?.on;
  return (
    <p className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-2 pt-1 pl-8.5 text-sm">
      <span className="text-ink-2">{on && dayWords(on)}</span>
      <span className="flex flex-wrap items-center gap-x-1.5">
        <s className="text-ink-3">
          {before ? <Side side={before} withDay={after !== null && !isSameDay} /> : t("free")}
        </s>
        <ArrowRight aria-label={t("becomes")} className="size-3.5 text-ink-3" />
        <b className="font-semibold">{after ? <Side side={after} /> : t("free")}</b>
      </span>
    </p>
  );
}

function Side({ side, withDay = false }: { side: ShiftSide; withDay?: boolean }) {
  const { roles } = useSchedule();
  const dayWords = useDayWords();
  const parts = [...(withDay ? [dayWords(side.on)] : []), shortHoursText(side), workWords(side.work, roles)];
  return <>{parts.join(" ")}</>;
}

type ReasonFieldProps = {
  title: string;
  placeholder: string;
  value: string;
  onChange: (words: string) => void;
};

function ReasonField({ title, placeholder, value, onChange }: ReasonFieldProps) {
  const isGiven = value.trim() !== "";
  const Icon = isGiven ? Check : TriangleAlert;
  return (
    <label
      className={cx(
        "mt-2 ml-8.5 grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2 gap-y-1.5 rounded-lg px-3 pt-2 pb-2.5 text-sm",
        isGiven ? "bg-canvas" : "bg-gap-bg text-gap-ink",
      )}
    >
      <Icon aria-hidden className={cx("mt-0.5 size-3.5", isGiven ? "text-ink-3" : "text-gap-bar")} />
      <span className={isGiven ? "font-medium" : "font-semibold"}>{title}</span>
      <input
        value={value}
        maxLength={200}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="col-start-2 h-8 w-full rounded-md border border-line-2 bg-surface px-2.5 text-ink placeholder:text-ink-3 touch:h-11"
      />
    </label>
  );
}

type LateNoticeProps = {
  notice: { is: number; limit: number };
  count: number;
  reason: string;
  onReason: (words: string) => void;
};

/** That a publication comes later than the notice that is due: one reason for all. */
export function LateNotice({ notice, count, reason, onReason }: LateNoticeProps) {
  const t = useTranslations("schedule.publish");
  return (
    <div className="py-3">
      <p className="flex items-center gap-2.5">
        <span
          aria-hidden
          className="grid size-6 place-items-center rounded-full bg-own-bg text-[10px] font-semibold text-ink-2 ring-1 ring-line ring-inset"
        >
          {count}
        </span>
        <span className="text-sm font-semibold">{t("everybody")}</span>
        <span className="text-xs text-ink-2">{t("lateNotice")}</span>
      </p>
      <ReasonField title={t("late", notice)} placeholder={t("whyLate")} value={reason} onChange={onReason} />
    </div>
  );
}
