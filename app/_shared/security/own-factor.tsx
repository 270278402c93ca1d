"use client";
import { useFormatter, useTranslations } from "next-intl";
import { RecoveryCodeList } from "@/components/accounts/recovery-codes";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { renewCodes, turnFactorOff } from "./actions";

type OwnFactorProps = {
  factor: { since: Date; codesLeft: number } | null;
  isMandatory: boolean;
  /** Where the set-up leads back to. */
  page: string;
};

/** A person's second factor: how to get one, or the recovery codes that are left and the way to be without. */
export function OwnFactor({ factor, isMandatory, page }: OwnFactorProps) {
  const t = useTranslations("accounts.factor");
  const format = useFormatter();
  const refusals = useRefusalWords();
  if (!factor)
    return (
      <div className="grid justify-items-start gap-3">
        <p className="text-base text-pretty text-ink-2">{t("off")}</p>
        <LinkButton href={`/second-factor?${new URLSearchParams({ next: page })}`}>{t("setUp")}</LinkButton>
      </div>
    );
  return (
    <div className="grid gap-4">
      <p className="text-base">{t("onSince", { day: format.dateTime(factor.since, "day") })}</p>
      <Form
        action={renewCodes}
        refusals={refusals}
        receipt={(answer) => answer.status === "done" && <RecoveryCodeList codes={answer.value.codes} />}
      >
        <p className="text-sm text-ink-2">{t("left", { count: factor.codesLeft })}</p>
        <Button type="submit" className="w-fit">
          {t("renew")}
        </Button>
      </Form>
      {isMandatory ? (
        <p className="text-sm text-ink-2">{t("mandatory")}</p>
      ) : (
        <Form action={turnFactorOff} refusals={refusals} done={t("turnedOff")}>
          <Button type="submit" className="w-fit">
            {t("turnOff")}
          </Button>
        </Form>
      )}
    </div>
  );
}
