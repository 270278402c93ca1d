import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";

const widths = { text: "max-w-2xl", list: "max-w-6xl", full: "max-w-none" };

type PageProps = { width?: keyof typeof widths; className?: string; children: ReactNode };

/** The margins of a page: `text` for forms, `list` for tables, `full` for boards. */
export function Page({ width = "list", className, children }: PageProps) {
  return (
    <div
      className={cx(
        "grid w-full grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 pt-3 pb-10 md:px-6 md:pt-4",
        widths[width],
        className,
      )}
    >
      {children}
    </div>
  );
}

type PageHeaderProps = {
  title: string;
  meta?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
  children?: ReactNode;
};

/** The page's one h1, what belongs beside it, and its actions; `children` is a line below, such as tabs. */
export function PageHeader({ title, meta, back, actions, children }: PageHeaderProps) {
  return (
    <header className="grid gap-2">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex w-fit items-center gap-0.5 rounded-md pr-1 text-sm text-ink-2 hover:text-ink touch:min-h-11"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {meta && <div className="tnum text-sm text-ink-2">{meta}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

type SectionProps = {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page under an h2, set apart by air and a line. */
export function Section({ title, meta, actions, className, children }: SectionProps) {
  return (
    <section className={cx("grid content-start gap-3 border-t border-line pt-4", className)}>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        {meta && <div className="tnum text-sm text-ink-2">{meta}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
