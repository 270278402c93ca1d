"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { DateField } from "@/components/ui/dates/date-field";
import type { LetterView } from "@/lib/letters/schema";
import { send } from "../actions";

type SendLetterProps = { letter: LetterView; today: string };

/** The ways an approved letter goes out: by mail from here, or by post. */
export function SendLetter({ letter, today }: SendLetterProps) {
  const t = useTranslations("letters.edit");
  const { id, version, recipientEmail: email, executiveName: name } = letter;
  return (
    <div className="grid gap-2">
      {email ? (
        <>
          <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{t("sendTo", { email, name })}</p>
          <TapForm
            action={send}
            fields={{ id, version, via: "mail" }}
            label={t("send")}
            icon={<Send aria-hidden />}
            done={t("sentDone")}
            variant="primary"
          />
        </>
      ) : (
        <p className="text-sm text-ink-2">{t("noAddress")}</p>
      )}
      <DisclosedForm
        action={send}
        fields={{ id, version, via: "post" }}
        summary={t("posted")}
        submit={t("posted")}
        done={t("postedDone")}
      >
        <DateField name="postedOn" label={t("postedOn")} defaultValue={today} max={today} isRequired />
      </DisclosedForm>
    </div>
  );
}
