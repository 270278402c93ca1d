import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { RequestMailView } from "@/lib/requests/inbound/schema";
import { useMomentWords } from "./use-promise-words";

/** The mails that a request came by or was answered with, whole, with what they quote; those of machines too, which changed nothing. */
export function RequestMails({ mails }: { mails: readonly RequestMailView[] }) {
  const t = useTranslations("requests.mails");
  const moment = useMomentWords();
  if (mails.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="grid gap-1 border-t border-line pt-3 print:hidden">
      {mails.map(({ id, fromName, fromAddress, subject, text, receivedAt, isAutomatic, leftOut }) => (
        <li key={id} className="text-sm">
          <Disclosure
            tone="quiet"
            summary={
              <span className="tnum [overflow-wrap:anywhere]">
                <Mail aria-hidden className="mr-1.5 inline size-3.5" />
                {t(isAutomatic ? "automatic" : "from", {
                  name: fromName || fromAddress,
                  at: moment(receivedAt),
                })}
              </span>
            }
          >
            <div className="mt-1 grid gap-2 rounded-lg bg-canvas p-3">
              <p className="font-medium [overflow-wrap:anywhere]">{subject}</p>
              <p className="max-h-96 overflow-y-auto whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
            </div>
          </Disclosure>
          {leftOut > 0 && <p className="text-xs text-ink-2">{t("leftOut", { count: leftOut })}</p>}
        </li>
      ))}
    </ul>
  );
}
