"use client";
import { CheckCheck, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { holesOf } from "@/app/manager/schedule/schedule-data";
import { Presence } from "@/components/live/presence";
import type { Present } from "@/lib/live/schema";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { useSchedule } from "./schedule-context";
import type { PublicationFacts } from "./week-screen";

type StatusStripProps = {
  publication: PublicationFacts | null;
  findings: readonly Finding[];
  pieces: readonly DemandPiece[];
  present: readonly Present[];
};

const MOST_NAMES = 4;

/** How the week stands: when it was published, who has read it, and what is missing. */
export function StatusStrip({ publication, findings, pieces, present }: StatusStripProps) {
  const t = useTranslations("schedule.strip");
  const act = useTranslations("schedule.act");
  const { acts } = useSchedule();
  const format = useFormatter();
  const holes = holesOf(pieces).length;
  const asked = findings.filter(({ kind, reason }) => kind === "override" && reason === null).length;
  const unread = publication?.unread ?? [];
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1 text-sm print:hidden"
    >
      {publication ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <CheckCheck aria-hidden className="size-4 text-ink-3" />
          <span>{t("published", { moment: format.dateTime(new Date(publication.at), "moment") })}</span>
          <span className="text-xs text-ink-2">
            {t("read", { count: publication.told - unread.length, of: publication.told })}
            {unread.length > 0 &&
              ` · ${t("unread", { names: unread.slice(0, MOST_NAMES).join(", "), more: Math.max(0, unread.length - MOST_NAMES) })}`}
          </span>
          {unread.length > 0 && (
            <button
              type="button"
              onClick={() => acts.remind(publication.id)}
              className="rounded font-medium text-accent-text hover:underline touch:min-h-11"
            >
              {act("remind", { count: unread.length })}
            </button>
          )}
        </p>
      ) : (
        <p className="text-ink-2">{t("neverPublished")}</p>
      )}
      {(holes > 0 || asked > 0) && (
        <p className="flex items-center gap-1.5 text-gap-ink">
          <TriangleAlert aria-hidden className="size-3.5 text-gap-bar" />
          <span className="font-medium">
            {[holes > 0 && t("holes", { count: holes }), asked > 0 && t("findings", { count: asked })]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
      )}
      <span className="ml-auto">
        <Presence present={present} withWords />
      </span>
    </section>
  );
}
