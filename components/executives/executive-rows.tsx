import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { BELOW_NAME, PersonCell } from "@/components/accounts/person-cell";
import { MenuButton } from "@/components/ui/overlays/menu-button";
import type { ExecutiveView } from "@/lib/executives/schema";

const COLUMNS =
  "md:grid-cols-[minmax(0,1.3fr)_minmax(0,1.4fr)_minmax(0,1fr)_8.25rem] lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,0.9fr)_8.25rem]";

type ExecutiveRowsProps = {
  executives: ExecutiveView[];
  /** The one that is open beside the list. */
  open: string | undefined;
};

/** Executives as rows: who supports them now, where they belong, and how far their account is; one without support stands out. */
export function ExecutiveRows({ executives, open }: ExecutiveRowsProps) {
  const t = useTranslations("people");
  const hasChoice = executives.some(({ account }) => isInvitable(account));
  return (
    <>
      <div aria-hidden className={`row-head ${COLUMNS}`}>
        <span>{t("fields.name")}</span>
        <span>{t("executives.supportedBy")}</span>
        <span>{t("fields.pool")}</span>
        <span className="max-lg:hidden">{t("fields.account")}</span>
      </div>
      <ul>
        {executives.map((executive) => (
          <li
            key={executive.id}
            className={`row ${COLUMNS}`}
            aria-current={executive.id === open || undefined}
          >
            <PersonCell
              {...executive}
              href={`/manager/executives/${executive.id}`}
              meta={[executive.title, executive.department].filter(Boolean).join(" · ")}
              hasChoice={hasChoice}
            />
            <SupportedBy executive={executive} />
            <div className="min-w-0 max-md:hidden">
              <span className="block truncate text-sm">{executive.poolName}</span>
              <span className="row-meta">
                {[executive.site, t("executives.tier", { tier: executive.tier })].filter(Boolean).join(" · ")}
              </span>
            </div>
            <div className="min-w-0 max-lg:hidden">
              <AccountState account={executive.account} isShort />
            </div>
            <Acts executive={executive} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The primary and those who share the executive, then the backups. */
export function SupportedBy({ executive: { supportedBy } }: { executive: ExecutiveView }) {
  const t = useTranslations("people.executives");
  const format = useFormatter();
  const namesOf = (isBackup: boolean) => [
    ...new Set(
      supportedBy
        .filter(({ role }) => (role === "backup") === isBackup)
        .map(({ assistantName }) => assistantName),
    ),
  ];
  const [own, backups] = [namesOf(false), namesOf(true)];
  return (
    <div className={`min-w-0 max-md:col-span-2 ${BELOW_NAME}`}>
      {own.length > 0 ? (
        <span className="block truncate text-sm font-medium">{own.join(", ")}</span>
      ) : (
        <span className="row-mark font-semibold text-gap-ink">
          <TriangleAlert aria-hidden className="size-3.5" />
          {t("nobody")}
        </span>
      )}
      <span className="row-meta">
        {backups.length > 0
          ? t("backups", { count: backups.length, names: format.list(backups, { type: "unit" }) })
          : t("noBackup")}
      </span>
    </div>
  );
}

function Acts({ executive: { id, name, supportedBy } }: { executive: ExecutiveView }) {
  const t = useTranslations("people");
  const isAlone = supportedBy.every(({ role }) => role === "backup");
  return (
    <div className="row-acts">
      {isAlone && (
        <a
          href={`/manager/executives/${id}`}
          aria-label={t("support.addOf", { name })}
          className="row-act max-md:hidden"
        >
          {t("support.add")}
        </a>
      )}
      <MenuButton menu={id} label={t("list.more", { name })} />
    </div>
  );
}
