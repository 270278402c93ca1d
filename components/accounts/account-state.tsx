import { CircleCheck, CircleDashed, Lock, Mail } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { AccountStanding } from "@/lib/accounts/schema";

const icons = { not_invited: CircleDashed, invited: Mail, active: CircleCheck, disabled: Lock };

type AccountStateProps = {
  account: AccountStanding;
  /** Says no more than the state and its day: for a list whose other columns say the rest. */
  isShort?: boolean;
};

/** How far a person has come with their account: not invited, invited on a day, active since one, or disabled. */
export function AccountState({ account, isShort = false }: AccountStateProps) {
  const t = useTranslations("accounts.state");
  const format = useFormatter();
  const { state, invitedAt, activeSince } = account;
  const day = (moment: string | null) => (moment ? format.dateTime(new Date(moment), "day") : "");
  const Icon = icons[state];
  const more = useMore(account);
  const words = {
    not_invited: t("not_invited"),
    invited: t("invited", { day: day(invitedAt) }),
    active: activeSince && !isShort ? t("activeSince", { day: day(activeSince) }) : t("active"),
    disabled: t("disabled"),
  };
  return (
    <span className={state === "active" ? "row-mark font-normal text-ink-2" : "row-mark"}>
      <Icon aria-hidden className="size-3.5" />
      <span className={isShort ? "whitespace-nowrap" : "min-w-0"}>
        {words[state]}
        {!isShort && more && <span className="font-normal text-ink-2"> · {more}</span>}
      </span>
    </span>
  );
}

function useMore({ state, linkExpiresAt, lastSeenAt }: AccountStanding): string | null {
  const t = useTranslations("accounts.state");
  const format = useFormatter();
  if (state === "invited") {
    if (!linkExpiresAt) return t("linkOver");
    return t("linkUntil", { moment: format.dateTime(new Date(linkExpiresAt), "moment") });
  }
  if (state !== "active") return null;
  return lastSeenAt
    ? t("lastSeen", { moment: format.dateTime(new Date(lastSeenAt), "moment") })
    : t("neverSeen");
}
