import { useFormatter, useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useMomentWords } from "@/components/requests/use-promise-words";
import type { LetterView } from "@/lib/letters/schema";
import { type Day, dayToDate } from "@/lib/time/day";
import { sendAgain } from "../actions";

/** How a letter went out, and what the mail server said to it. */
export function LetterDelivery({ letter }: { letter: LetterView }) {
  const t = useTranslations("letters");
  const format = useFormatter();
  const moment = useMomentWords();
  const { id, recipientEmail: email, sentAt, postedOn, delivery, executiveName: name } = letter;
  if (!sentAt) return null;
  return (
    <div className="grid gap-1.5 text-sm [overflow-wrap:anywhere]">
      <p>
        {postedOn
          ? t("delivery.post", { day: format.dateTime(dayToDate(postedOn as Day), "day") })
          : t("delivery.mail", { email, at: moment(sentAt) })}
      </p>
      {delivery === "waiting" && <p className="text-ink-2">{t("delivery.waiting")}</p>}
      {delivery === "refused" && (
        <>
          <p className="font-medium text-gap-ink">{t("delivery.refused", { name })}</p>
          <TapForm
            action={sendAgain}
            fields={{ id }}
            label={t("edit.sendAgain")}
            done={t("edit.againDone")}
          />
        </>
      )}
    </div>
  );
}
