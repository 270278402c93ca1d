import { Mail, MessageSquare, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { initialsOf } from "@/components/ui/layout/avatar";
import { telOf } from "@/components/ui/layout/contact-links";
import { cx } from "@/components/ui/layout/cx";
import type { ExecutiveSupport, SupportNow } from "@/lib/coverage/serving/queries-support";
import type { Day } from "@/lib/time/day";
import { clockText } from "@/lib/time/hours";

type RightNowProps = Pick<ExecutiveSupport, "now" | "today" | "days">;

/** Who supports the executive now, or next, in one large sentence; why it is not their own, and how to reach them. */
export function RightNow({ now, today, days }: RightNowProps) {
  const t = useTranslations("executive");
  const dayWords = useDayWords();
  const why = useWhy(days, today);
  if (!now) {
    return (
      <header className="border-b border-line px-4 py-5 md:border-0 md:px-0 md:pt-0 md:pb-6">
        <h1 className="sr-only">{t("title")}</h1>
        <p className="text-xl font-semibold tracking-tight text-balance">{t("noneNow")}</p>
      </header>
    );
  }
  const { name, kind, isNow, at } = now;
  const when = isNow ? t("now") : at.on === today ? t("today") : dayWords(at.on);
  return (
    <header className="border-b border-line px-4 pt-5 pb-4 md:flex md:items-center md:gap-5 md:border-0 md:px-0 md:pt-0 md:pb-6">
      <div className="flex min-w-0 flex-1 items-center gap-3 md:gap-5">
        <span
          aria-hidden
          className="grid size-14 shrink-0 place-items-center rounded-full bg-sunken text-lg font-medium text-ink-2 forced-colors:border"
        >
          {initialsOf(name)}
        </span>
        <div className="min-w-0">
          <p className="text-xs font-semibold text-accent-text first-letter:uppercase">{when}</p>
          <h1 className="text-xl font-semibold tracking-tight md:text-[1.75rem] md:leading-8">
            {t(kind === "own" ? "supportsYou" : "coversYou", { name })}
          </h1>
          <p className="text-xs text-ink-2 md:text-sm">{why(now)}</p>
        </div>
      </div>
      <Contacts name={name} email={now.email} phone={now.phone} />
    </header>
  );
}

function useWhy(days: ExecutiveSupport["days"], today: Day) {
  const t = useTranslations("executive.why");
  const dayWords = useDayWords();
  return ({ kind, coversFor, endMinute, at }: SupportNow): string => {
    if (kind === "own")
      return endMinute === null
        ? ""
        : t(at.on === today ? "until" : "untilThen", { time: clockText(endMinute) });
    if (!coversFor) return t("alone");
    const back = days.find(
      (day) =>
        day.on > at.on && day.parts.some((part) => part.status === "own" && part.assistantName === coversFor),
    );
    return back ? t("back", { name: coversFor, day: dayWords(back.on) }) : t("away", { name: coversFor });
  };
}

const contactStyle = cx(
  buttonStyle("outline"),
  "max-md:flex-1 max-md:text-sm md:h-8 md:gap-2.5 md:border-0 md:bg-transparent md:px-2.5 md:hover:bg-hover md:hover:text-accent-text",
);

type ContactsProps = { name: string; email: string; phone: string };

/** The ways to reach the assistant that are known: on a phone to call, to text and to write with one tap. */
function Contacts({ name, email, phone }: ContactsProps) {
  const t = useTranslations("executive");
  return (
    <p className="flex gap-2 pt-4 md:flex-col md:items-end md:gap-0 md:pt-0 lg:flex-row lg:items-center">
      {phone && (
        <>
          <a href={telOf(phone)} aria-label={t("callName", { name })} className={contactStyle}>
            <Phone aria-hidden className="text-ink-3" />
            <span className="md:hidden">{t("call")}</span>
            <span className="tnum max-md:hidden">{phone}</span>
          </a>
          <a
            href={telOf(phone, "sms")}
            aria-label={t("textName", { name })}
            className={cx(contactStyle, "md:hidden")}
          >
            <MessageSquare aria-hidden className="text-ink-3" />
            {t("text")}
          </a>
        </>
      )}
      <a href={`mailto:${email}`} aria-label={t("mailTo", { name })} className={contactStyle}>
        <Mail aria-hidden className="text-ink-3" />
        <span className="md:hidden">{t("mail")}</span>
        <span className="max-md:hidden">{email}</span>
      </a>
    </p>
  );
}
