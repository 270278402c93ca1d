"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/layout/table";
import type { WhatIf } from "@/lib/coverage/what-if/rules-question";
import { weekNumber } from "@/lib/time/iso-week";

type Figure = { key: string; label: string; before: number; after: number };

/** The figures of both states in one table, and each week's. */
export function Figures({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  const format = useFormatter();
  const columnsUnder = (header: string) => [
    { key: "label", header, cell: (row: Figure) => row.label },
    {
      key: "before",
      header: t("before"),
      align: "end" as const,
      cell: (row: Figure) => format.number(row.before),
    },
    {
      key: "after",
      header: t("after"),
      align: "end" as const,
      cell: (row: Figure) => format.number(row.after),
    },
    {
      key: "change",
      header: t("difference"),
      align: "end" as const,
      cell: ({ before, after }: Figure) => (
        <span className={after > before ? "font-semibold text-gap-ink" : undefined}>
          {format.number(after - before, { signDisplay: "exceptZero" })}
        </span>
      ),
    },
  ];
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
      <Table
        caption={t("figures")}
        columns={columnsUnder(t("figure.what"))}
        rows={figuresOf(answer, t)}
        rowKey={(row) => row.key}
      />
      <div className="grid content-start gap-2">
        <Table
          caption={t("weeks")}
          columns={columnsUnder(t("figure.planned.halfDays"))}
          rows={weeksOf(answer, t)}
          rowKey={(row) => row.key}
        />
        <p className="text-xs text-ink-2">
          {t(answer.before.isFewestGaps && answer.after.isFewestGaps ? "proven" : "unproven")}
        </p>
      </div>
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"whatIf">>;

function figuresOf({ before, after }: WhatIf, t: Words): Figure[] {
  const row = (state: "current" | "planned", part: "halfDays" | "executives") => ({
    key: `${state} ${part}`,
    label: t(`figure.${state}.${part}`),
    before: before[state][part],
    after: after[state][part],
  });
  return [
    row("current", "halfDays"),
    row("current", "executives"),
    row("planned", "halfDays"),
    row("planned", "executives"),
  ];
}

function weeksOf({ before, after }: WhatIf, t: Words): Figure[] {
  return before.weeks.map(({ week, planned }, i) => ({
    key: week,
    label: t("figure.week", { week: weekNumber(week) }),
    before: planned,
    after: after.weeks[i]?.planned ?? 0,
  }));
}
