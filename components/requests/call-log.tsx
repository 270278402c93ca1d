import { Check, Eye, PhoneIncoming } from "lucide-react";
import { useTranslations } from "next-intl";
import { JustChanged } from "@/components/live/just-changed";
import { PhoneLink } from "@/components/ui/layout/contact-links";
import { isDialable } from "@/lib/requests/messages/rules";
import type { PhoneMessageView } from "@/lib/requests/messages/schema";
import { useMomentWords } from "./use-promise-words";

/** The calls of the day, each with whom it was for and what became of it. */
export function CallLog({ calls }: { calls: PhoneMessageView[] }) {
  const t = useTranslations("requests.messages");
  const moment = useMomentWords();
  if (calls.length === 0) return <p className="text-base text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {calls.map(
        ({
          id,
          caller,
          company,
          number,
          executiveName,
          takenAt,
          tickedAt,
          calledBack,
          callBackBy,
          ...said
        }) => {
          const isPhone = isDialable(number);
          const words = [t(`wish.${said.wish}`), isPhone ? "" : number, said.text]
            .filter(Boolean)
            .join(" · ");
          const Icon = tickedAt ? (calledBack ? Check : Eye) : PhoneIncoming;
          const state = tickedAt
            ? t(calledBack ? "calledBack" : "seenBy")
            : callBackBy
              ? t("by", { at: moment(callBackBy) })
              : t("open");
          return (
            <li
              key={id}
              className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-hair py-1.5 text-sm"
            >
              <span className="tnum w-12 shrink-0 text-ink-2">{moment(takenAt)}</span>
              <span className="min-w-0 flex-1 basis-40">
                <span className="font-medium">{company ? `${caller}, ${company}` : caller}</span>{" "}
                <span className="text-ink-2">→ {executiveName}</span> <JustChanged id={id} />
              </span>
              {isPhone && <PhoneLink phone={number} />}
              <span className="flex items-center gap-1.5 text-xs text-ink-2">
                <Icon aria-hidden className="size-4" />
                {state}
              </span>
              <span className="hidden w-full whitespace-pre-line [overflow-wrap:anywhere] print:block">
                {words}
              </span>
            </li>
          );
        },
      )}
    </ul>
  );
}
