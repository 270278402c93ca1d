import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/layout/link";

type Way = { href: string; label: string };

type PanelHeadProps = {
  title: string;
  meta: ReactNode;
  page: Way;
  close: Way;
  previous?: string | undefined;
  next?: string | undefined;
};

/** What is open beside a list: its name, the rows before and after it, its own page, and the way back to the list alone. */
export function PanelHead({ title, meta, page, close, previous, next }: PanelHeadProps) {
  const t = useTranslations("common.list");
  return (
    <header className="flex items-start gap-1">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h2 className="truncate text-lg font-semibold">{title}</h2>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">{meta}</div>
      </div>
      {previous && <Step href={previous} label={t("previous")} icon={<ChevronUp aria-hidden />} />}
      {next && <Step href={next} label={t("next")} icon={<ChevronDown aria-hidden />} />}
      <Step {...page} icon={<Maximize2 aria-hidden />} />
      <Step {...close} icon={<X aria-hidden />} />
    </header>
  );
}

function Step({ href, label, icon }: Way & { icon: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={label}
      title={label}
      className="grid size-7 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink [&_svg]:size-4"
    >
      {icon}
    </Link>
  );
}
