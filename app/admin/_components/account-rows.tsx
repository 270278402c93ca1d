import { KeyRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AccountState } from "@/components/accounts/account-state";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { BELOW_NAME, PersonCell } from "@/components/accounts/person-cell";
import { Badge } from "@/components/ui/layout/badge";
import { MenuButton } from "@/components/ui/overlays/menu-button";
import type { AccountView } from "@/lib/accounts/schema";

const COLUMNS =
  "md:grid-cols-[minmax(0,1.5fr)_minmax(0,1.2fr)_minmax(0,1fr)_1.75rem] lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_1.75rem]";

type AccountRowsProps = {
  accounts: AccountView[];
  /** The one that is open beside the list. */
  open: string | undefined;
};

/** Accounts as rows: whose, with which roles, how far they are and when they were last used. */
export function AccountRows({ accounts, open }: AccountRowsProps) {
  const t = useTranslations("accounts");
  const format = useFormatter();
  const hasChoice = accounts.some(isInvitable);
  return (
    <>
      <div aria-hidden className={`row-head ${COLUMNS}`}>
        <span>{t("list.name")}</span>
        <span>{t("list.roles")}</span>
        <span>{t("list.state")}</span>
        <span className="max-lg:hidden">{t("list.lastSeen")}</span>
      </div>
      <ul>
        {accounts.map((account) => (
          <li
            key={account.userId}
            className={`row ${COLUMNS}`}
            aria-current={account.userId === open || undefined}
          >
            <PersonCell
              id={account.userId}
              href={`/admin/accounts/${account.userId}`}
              name={account.name}
              meta={account.email}
              userId={account.userId}
              account={account}
              hasChoice={hasChoice}
            />
            <span className={`truncate text-sm ${BELOW_NAME}`}>
              {account.roles.map((role) => t(`role.${role}`)).join(", ") || t("list.noRole")}
            </span>
            <div className="flex min-w-0 flex-wrap items-center gap-1">
              <AccountState account={account} isShort />
              {isJustReset(account) && (
                <Badge tone="alert" icon={<KeyRound aria-hidden />}>
                  {t("list.factorReset")}
                </Badge>
              )}
            </div>
            <span className="tnum truncate text-sm text-ink-2 max-lg:hidden">
              {account.lastSeenAt ? format.dateTime(new Date(account.lastSeenAt), "moment") : t("list.never")}
            </span>
            <div className="row-acts">
              <MenuButton menu={account.userId} label={t("list.more", { name: account.name })} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

const DAY_MS = 86_400_000;

/** For a day, everybody who administers sees whose second factor was taken away. */
function isJustReset({ factor: { resetAt } }: AccountView): boolean {
  return resetAt !== null && Date.now() - new Date(resetAt).getTime() < DAY_MS;
}
