"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useLevelWords, usePromiseMinutes } from "@/components/requests/use-promise-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Table } from "@/components/ui/layout/table";
import type { ServiceLevelRecord } from "@/lib/requests/levels/queries";
import { removeLevel } from "../actions";

type LevelTableProps = { levels: ServiceLevelRecord[]; names: Record<string, string> };

/** What a pool promises: the most particular levels first, which is the order in which they count. */
export function LevelTable({ levels, names }: LevelTableProps) {
  const t = useTranslations("requests.levels");
  const levelWords = useLevelWords(names);
  const minutes = usePromiseMinutes();
  return (
    <Table
      caption={t("title")}
      rows={levels}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "for",
          header: t("for"),
          cell: (level) => <span className="inline-block first-letter:uppercase">{levelWords(level)}</span>,
        },
        {
          key: "answer",
          header: t("answer"),
          align: "end",
          cell: ({ answerMinutes }) => (answerMinutes === null ? "–" : minutes(answerMinutes)),
        },
        {
          key: "resolve",
          header: t("resolve"),
          align: "end",
          cell: ({ resolveMinutes }) => (resolveMinutes === null ? "–" : minutes(resolveMinutes)),
        },
        {
          key: "remove",
          header: t("remove"),
          isHeaderHidden: true,
          align: "end",
          cell: (level) => <RemoveLevel id={level.id} words={levelWords(level)} />,
        },
      ]}
    />
  );
}

function RemoveLevel({ id, words }: { id: string; words: string }) {
  const t = useTranslations("requests.levels");
  return (
    <Form action={removeLevel} done={t("removed")} refusals={useRefusalWords()} className="inline-grid gap-1">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="ghost" aria-label={t("removeOf", { level: words })}>
        {t("remove")}
      </Button>
    </Form>
  );
}
