import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";

type LinkProblemProps = {
  reason: "link_unknown" | "link_used" | "link_expired" | "already_set_up";
  isSetUp?: boolean;
};

/** Why a one-time link opens nothing, and where to go instead. */
export function LinkProblem({ reason, isSetUp }: LinkProblemProps) {
  const t = useTranslations("accounts.link");
  const canBeRenewed = reason === "link_expired" || reason === "link_unknown";
  const startAgain = isSetUp && reason !== "already_set_up";
  return (
    <div className="grid justify-items-start gap-4">
      <h1 className="text-xl font-semibold tracking-tight">{t(`${reason}.title`)}</h1>
      <p className="text-base text-pretty text-ink-2">
        {startAgain ? t("newSetUpLink") : t(`${reason}.body`)}
      </p>
      {!startAgain && (
        <div className="flex flex-wrap gap-2">
          {canBeRenewed && (
            <LinkButton href="/forgot" variant="primary">
              {t("sendNew")}
            </LinkButton>
          )}
          <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
        </div>
      )}
    </div>
  );
}
