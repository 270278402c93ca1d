import { CloudOff, History } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useNoticeWords } from "@/components/notices/notice-list";
import type { NoticeView } from "@/components/notices/notice-view";
import { Link } from "@/components/ui/layout/link";
import { markRead } from "../../../notices-actions";

/** What is new, in one line, and "Got it", which marks all of it as read. */
export function NewsLine({ news }: { news: readonly NoticeView[] }) {
  const t = useTranslations("week.news");
  const wordsOf = useNoticeWords();
  const [first, ...more] = news;
  if (!first) return null;
  const words = wordsOf(first);
  const href = first.links.assistant ?? "/assistant/notices";
  return (
    <section
      aria-label={t("title")}
      data-live-only
      className="flex h-12 items-center gap-2.5 border-b border-line pr-1 pl-4 text-sm md:px-6"
    >
      <History aria-hidden className="size-4 shrink-0 text-ink-2" />
      <Link href={href} title={words} className="min-w-0 truncate leading-11 font-medium hover:underline">
        {t("line", { words })}
      </Link>
      {more.length > 0 && (
        <Link
          href="/assistant/notices"
          className="shrink-0 leading-11 whitespace-nowrap text-ink-2 hover:underline"
        >
          {t("more", { count: more.length })}
        </Link>
      )}
      <form action={markRead} className="ml-auto md:ml-2">
        <button
          type="submit"
          className="h-11 rounded-md px-3 font-semibold whitespace-nowrap text-accent-text hover:bg-hover md:h-8"
        >
          {t("seen")}
        </button>
      </form>
    </section>
  );
}

/** How old the week is, shown in place of news where it comes from this device and not from the server. */
export function OfflineLine() {
  const t = useTranslations("week.offline");
  const format = useFormatter();
  const now = useNow();
  return (
    <p
      data-offline-only
      className="flex h-12 items-center gap-2.5 border-b border-line bg-canvas px-4 text-sm text-ink-2 md:px-6"
    >
      <CloudOff aria-hidden className="size-4 shrink-0" />
      <span data-today-only>{t("asOf", { time: format.dateTime(now, "time") })}</span>
      <span data-older-only>{t("asOf", { time: format.dateTime(now, "moment") })}</span>
    </p>
  );
}
