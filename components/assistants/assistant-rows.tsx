import { useLocale, useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { BELOW_NAME, PersonCell } from "@/components/accounts/person-cell";
import { MenuButton } from "@/components/ui/overlays/menu-button";
import type { AwayUntil } from "@/lib/absences/requests/rules";
import { hoursSummary } from "@/lib/assistants/rules";
import type { AssistantView } from "@/lib/assistants/schema";
import { localeOf } from "@/lib/i18n/locales";
import { AwayMark } from "./away-mark";

const COLUMNS =
  "md:grid-cols-[minmax(0,1.3fr)_minmax(0,1.4fr)_minmax(0,1fr)_1.75rem] lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1.5fr)_minmax(0,1.1fr)_minmax(0,0.9fr)_1.75rem]";

type AssistantRowsProps = {
  assistants: AssistantView[];
  /** Who is away today, by id. */
  away: ReadonlyMap<string, AwayUntil>;
  /** The one that is open beside the list. */
  open: string | undefined;
};

/** Assistants as rows: whom they support, whether they are away or when they work, and how far their account is. */
export function AssistantRows({ assistants, away, open }: AssistantRowsProps) {
  const t = useTranslations("people");
  const hasChoice = assistants.some(({ account }) => isInvitable(account));
  return (
    <>
      <div aria-hidden className={`row-head ${COLUMNS}`}>
        <span>{t("fields.name")}</span>
        <span>{t("assistants.supports")}</span>
        <span>{t("assistants.today")}</span>
        <span className="max-lg:hidden">{t("fields.account")}</span>
      </div>
      <ul>
        {assistants.map((assistant) => (
          <li
            key={assistant.id}
            className={`row ${COLUMNS}`}
            aria-current={assistant.id === open || undefined}
          >
            <PersonCell
              {...assistant}
              href={`/manager/assistants/${assistant.id}`}
              meta={[assistant.poolName, assistant.site].filter(Boolean).join(" · ")}
              hasChoice={hasChoice}
            />
            <Supports assistant={assistant} />
            <Today assistant={assistant} away={away.get(assistant.id)} />
            <div className="min-w-0 max-lg:hidden">
              <AccountState account={assistant.account} isShort />
            </div>
            <div className="row-acts">
              <MenuButton menu={assistant.id} label={t("list.more", { name: assistant.name })} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Supports({ assistant }: { assistant: AssistantView }) {
  const t = useTranslations("people.assistants");
  const own = assistant.supports.filter(({ role }) => role !== "backup");
  const names = [...new Set(own.map((support) => support.executiveName))];
  return (
    <div className={`min-w-0 max-md:col-span-2 ${BELOW_NAME}`}>
      <span className={names.length > 0 ? "block truncate text-sm font-medium" : "text-sm text-ink-2"}>
        {names.length > 0 ? t("supportsCount", { count: names.length }) : t("supportsNobody")}
      </span>
      <span className="row-meta">{names.join(", ")}</span>
    </div>
  );
}

function Today({ assistant, away }: { assistant: AssistantView; away: AwayUntil | undefined }) {
  const t = useTranslations("people.assistants");
  const locale = localeOf(useLocale());
  const hours = hoursSummary(assistant.hours, locale);
  const share = t("fteShort", { fte: assistant.ftePercent });
  return (
    <div className={`tnum min-w-0 max-md:col-span-2 ${BELOW_NAME}`}>
      {away ? <AwayMark away={away} /> : <span className="block truncate text-sm">{hours}</span>}
      <span className="row-meta">{away ? `${hours} · ${share}` : share}</span>
    </div>
  );
}
