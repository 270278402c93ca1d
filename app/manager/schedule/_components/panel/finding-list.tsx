"use client";
import { Check, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { Finding } from "@/lib/schedules/week/rules-findings-kinds";
import { useSchedule } from "../schedule-context";
import { useFindingWords } from "../use-finding-words";

const ORDER = { refused: 0, override: 1, note: 2 };

/** What is found of a shift, what needs a reason first; each in one sentence with its numbers. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("schedule.finding");
  const { roles } = useSchedule();
  const words = useFindingWords(roles);
  const sorted = [...findings].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  return (
    <ul aria-label={t("title")} className="grid">
      {sorted.map((finding) => {
        const isOpen = finding.kind !== "note" && finding.reason === null;
        return (
          <li
            key={finding.rule}
            className="flex min-h-9 items-center gap-2 border-b border-hair py-1 text-sm last:border-0"
          >
            <Mark finding={finding} />
            <span className="min-w-0 flex-1">
              <span className={cx(isOpen && "font-medium text-gap-ink")}>{words.sentence(finding)}</span>
              {finding.reason && <span className="block text-xs text-ink-2">{finding.reason}</span>}
            </span>
            <span className="shrink-0 text-xs text-ink-2">
              {finding.kind === "note" ? t("note") : finding.reason ? t("reasonGiven") : t("reasonNeeded")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Mark({ finding: { kind, reason } }: { finding: Finding }) {
  if (kind === "note") return <Info aria-hidden className="size-4 shrink-0 text-ink-3" />;
  if (reason) return <Check aria-hidden className="size-4 shrink-0 text-ink-3" />;
  return <TriangleAlert aria-hidden className="size-4 shrink-0 text-gap-bar" />;
}
