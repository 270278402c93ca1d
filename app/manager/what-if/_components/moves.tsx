"use client";
import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { Section } from "@/components/ui/layout/page";
import { Table } from "@/components/ui/layout/table";
import type { PlannedMove } from "@/lib/coverage/plans/rules-difference";
import type { WhatIf } from "@/lib/coverage/what-if/rules-question";

const SHOWN = 30;

/** Who would serve whom differently, both states planned. */
export function Moves({ answer }: { answer: WhatIf }) {
  const t = useTranslations("whatIf");
  const rangeWords = useRangeWords();
  const nameOf = (id: string | null) => (id === null ? t("nobody") : (answer.names[id] ?? id));
  const rows = answer.moves.slice(0, SHOWN);
  return (
    <Section title={t("moves", { count: answer.moves.length })}>
      <Table<PlannedMove>
        caption={t("moves", { count: answer.moves.length })}
        rowKey={(move) => `${move.executiveId} ${move.from} ${move.fromPart}`}
        rows={rows}
        columns={[
          { key: "executive", header: t("executive"), cell: (move) => nameOf(move.executiveId) },
          { key: "when", header: t("when"), cell: (move) => rangeWords(move) },
          { key: "before", header: t("before"), cell: (move) => nameOf(move.fromAssistantId) },
          { key: "after", header: t("after"), cell: (move) => nameOf(move.toAssistantId) },
        ]}
      />
      {answer.moves.length > SHOWN && (
        <p className="text-sm text-ink-2">{t("andMore", { count: answer.moves.length - SHOWN })}</p>
      )}
    </Section>
  );
}
