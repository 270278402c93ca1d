import { TreePalm } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { choiceOfInvited } from "@/components/accounts/choice-of-invited";
import { useDayWords } from "@/components/time/use-day-words";
import { type Column, Table } from "@/components/ui/layout/table";
import type { AwayUntil } from "@/lib/absences/requests/rules";
import { hoursSummary } from "@/lib/assistants/rules";
import type { AssistantView } from "@/lib/assistants/schema";
import { localeOf } from "@/lib/i18n/locales";
import { hoursText } from "@/lib/time/hours";

const MOST_NAMES = 3;

type AssistantTableProps = {
  assistants: AssistantView[];
  /** Who is away today, by id. */
  away: ReadonlyMap<string, AwayUntil>;
};

/** Assistants with what a manager asks of them first: whom they support, whether they are away, and when they work. */
export function AssistantTable({ assistants, away }: AssistantTableProps) {
  const t = useTranslations("people");
  const accounts = useTranslations("accounts.inviteMany");
  const locale = localeOf(useLocale());
  const columns: Column<AssistantView>[] = [
    { key: "name", header: t("fields.name"), cell: (row) => row.name },
    { key: "supports", header: t("assistants.supports"), cell: (row) => <Supports assistant={row} /> },
    { key: "today", header: t("assistants.today"), cell: (row) => <Today away={away.get(row.id)} /> },
    {
      key: "hours",
      header: t("assistants.hours"),
      cell: (row) => <span className="tnum">{hoursSummary(row.hours, locale)}</span>,
    },
    {
      key: "fte",
      header: t("fields.fte"),
      align: "end",
      show: "wide",
      cell: (row) => t("assistants.fteShort", { fte: row.ftePercent }),
    },
    {
      key: "account",
      header: t("fields.account"),
      cell: (row) => <AccountState account={row.account} isShort />,
    },
    { key: "pool", header: t("fields.pool"), cell: (row) => row.poolName },
    { key: "site", header: t("fields.site"), show: "wide", cell: (row) => row.site },
  ];
  return (
    <Table
      caption={t("assistants.title")}
      columns={columns}
      rows={assistants}
      rowKey={(row) => row.id}
      choice={{
        header: accounts("choose"),
        of: (row) => choiceOfInvited(row.userId, row.account, accounts("chooseOne", { name: row.name })),
      }}
      rowHref={(row) => `/manager/assistants/${row.id}`}
    />
  );
}

function Today({ away }: { away: AwayUntil | undefined }) {
  const t = useTranslations("people.assistants");
  const dayWords = useDayWords();
  if (!away) return <span className="text-ink-3">–</span>;
  const { startMinute, endMinute, to } = away;
  return (
    <span className="row-mark">
      <TreePalm aria-hidden className="size-3.5" />
      {startMinute !== null && endMinute !== null
        ? t("awayHours", { hours: hoursText({ startMinute, endMinute }) })
        : t("awayUntil", { day: dayWords(to) })}
    </span>
  );
}

function Supports({ assistant }: { assistant: AssistantView }) {
  const t = useTranslations("people.assistants");
  const own = assistant.supports.filter(({ role }) => role !== "backup");
  const names = [...new Set(own.map((support) => support.executiveName))];
  if (names.length === 0) return <span className="text-ink-2">{t("supportsNobody")}</span>;
  const more = names.length - MOST_NAMES;
  return (
    <>
      {names.slice(0, MOST_NAMES).join(", ")}
      {more > 0 && <span className="text-ink-2"> {t("andMore", { count: more })}</span>}
    </>
  );
}
