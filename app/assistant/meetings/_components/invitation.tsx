"use client";
import { CalendarCheck2, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { cityOf, useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Section } from "@/components/ui/layout/page";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { cancel } from "../actions";

const HINTS = {
  mailed: { stands: "mailed", over: "mailedOver" },
  byHand: { stands: "hint", over: "hintCancel" },
} as const;

/** When a settled meeting is, its calendar file, and calling it off. */
export function Invitation({ meeting, isMailOn }: { meeting: OfficeMeetingView; isMailOn: boolean }) {
  const t = useTranslations("meetings.invitation");
  const words = useMeetingWords(meeting.minutes);
  const refusals = useRefusalWords();
  const { id, version, startsAt, timeZone, status, sequence, place } = meeting;
  const when = startsAt ? words(startsAt, timeZone) : null;
  const isOver = status === "cancelled";
  const hint = HINTS[isMailOn ? "mailed" : "byHand"][isOver ? "over" : "stands"];
  if (isOver && !when) return null;
  return (
    <Section
      title={when ? t("title") : t("titleOpen")}
      meta={when ? t("number", { number: sequence + 1 }) : undefined}
      actions={
        !isOver && (
          <Form action={cancel} refusals={refusals} className="gap-1">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <PlainButton type="submit" variant="ghost">
              {t("cancel")}
            </PlainButton>
          </Form>
        )
      }
    >
      {when ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="tnum flex items-center gap-2 text-base font-semibold">
            <CalendarCheck2 aria-hidden className="size-5 text-accent-text" />
            {isOver ? <s>{`${when.day}, ${when.hours}`}</s> : `${when.day}, ${when.hours}`}
            <span className="font-normal text-ink-2">
              {[cityOf(timeZone), place].filter(Boolean).join(" · ")}
            </span>
          </p>
          <a href={`/api/meetings/${id}/invitation`} download className={buttonStyle()}>
            <Download aria-hidden />
            {t(isOver ? "fileCancel" : "file")}
          </a>
          <p className="w-full text-sm text-ink-2">{t(hint)}</p>
        </div>
      ) : (
        <p className="text-sm text-ink-2">{t("open")}</p>
      )}
    </Section>
  );
}
