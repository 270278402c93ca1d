import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/layout/link";
import { cx } from "./cx";

const widths = {
  text: "md:[--edge:1.5rem] md:[&>:not(header)]:max-w-2xl",
  list: "",
  full: "",
};

type PageProps = { width?: keyof typeof widths; className?: string; children: ReactNode };

/** The margins of a page under its header: all of the width for lists and boards, a column to read for `text`. */
export function Page({ width = "list", className, children }: PageProps) {
  return (
    <div
      className={cx(
        "grid w-full grid-cols-[minmax(0,1fr)] content-start gap-4 px-(--edge) pb-10 [--edge:1rem]",
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
  /** Views of the page, beside its title. */
  tabs?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
};

/** The one toolbar of a page: the way back, its h1, its views and its actions; `children` are lines below it. */
export function PageHeader({ title, meta, back, tabs, actions, children }: PageHeaderProps) {
  return (
    <>
      <header className="z-30 -mx-(--edge) flex min-h-14 flex-wrap items-center gap-x-2 border-b border-line bg-surface px-(--edge) py-1.5 max-md:gap-y-1 md:sticky md:top-0 md:min-h-12 md:py-0 print:static">
        {back && <BackLink {...back} />}
        <h1 className="min-w-0 text-xl font-semibold tracking-tight md:py-2">{title}</h1>
        {meta && <div className="tnum text-sm text-ink-2 md:pl-1">{meta}</div>}
        {tabs && (
          <div className="header-tabs max-md:order-last max-md:-mb-1.5 max-md:w-full md:ml-4">{tabs}</div>
        )}
        {actions && (
          <div className="ml-auto flex flex-wrap items-center gap-2 md:py-2 print:hidden">{actions}</div>
        )}
      </header>
      {children && <div className="grid gap-2">{children}</div>}
    </>
  );
}

function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex shrink-0 items-center rounded-md text-sm text-ink-2 hover:text-ink max-md:-ml-3 max-md:size-11 max-md:justify-center print:hidden"
    >
      <ChevronLeft aria-hidden className="size-5 md:hidden" />
      <span className="max-md:sr-only md:px-1">{label}</span>
      <ChevronRight aria-hidden className="size-3 text-ink-3 max-md:hidden" />
    </Link>
  );
}

type SectionProps = {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of a page under an h2 with a line below it, set apart by air. */
export function Section({ title, meta, actions, className, children }: SectionProps) {
  return (
    <section className={cx("grid content-start gap-3 pt-1", className)}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line pb-1">
        <h2 className="text-base font-semibold">{title}</h2>
        {meta && <div className="tnum text-sm text-ink-2">{meta}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
