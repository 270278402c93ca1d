import { useFormatter, useTranslations } from "next-intl";
import type { AccountFactor } from "@/lib/accounts/schema";

/** How it stands with an account's second factor, and when it was last taken away. */
export function AccountFactorState({ factor: { since, required, resetAt } }: { factor: AccountFactor }) {
  const t = useTranslations("accounts.account");
  const format = useFormatter();
  const state = since
    ? t("factorSince", { day: format.dateTime(new Date(since), "day") })
    : t(required === "no" ? "factorNone" : "factorMissing");
  return (
    <>
      {state}
      {required === "by_administrator" && <> · {t("factorAsked")}</>}
      {resetAt && <> · {t("factorReset", { moment: format.dateTime(new Date(resetAt), "moment") })}</>}
    </>
  );
}
