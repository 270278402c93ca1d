"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/layout/page";
import { Table } from "@/components/ui/layout/table";
import type { Load, LoadChange } from "@/lib/coverage/what-if/rules";
import type { WhatIf } from "@/lib/coverage/what-if/rules-question";

const SHOWN = 20;
const MINUTES = 60;

/** Whose work would grow or shrink: hours for their own executives and hours of cover, before and after. */
export function LoadTable({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  const format = useFormatter();
  const hours = (minutes: number) => format.number(minutes / MINUTES, { maximumFractionDigits: 1 });
  const words = ({ own, cover }: Load) => t("hours", { own: hours(own), cover: hours(cover) });
  const change = ({ before, after }: LoadChange) =>
    format.number((after.own + after.cover - before.own - before.cover) / MINUTES, {
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
  return (
    <Section title={t("load", { count: answer.load.length })}>
      <Table<LoadChange>
        caption={t("load", { count: answer.load.length })}
        rowKey={(row) => row.assistantId}
        rows={answer.load.slice(0, SHOWN)}
        columns={[
          { key: "who", header: t("assistant"), cell: (row) => answer.names[row.assistantId] },
          { key: "before", header: t("before"), cell: (row) => words(row.before) },
          { key: "after", header: t("after"), cell: (row) => words(row.after) },
          { key: "change", header: t("hoursMore"), align: "end", cell: change },
        ]}
      />
      {answer.load.length > SHOWN && (
        <p className="text-sm text-ink-2">{t("andMore", { count: answer.load.length - SHOWN })}</p>
      )}
    </Section>
  );
}
