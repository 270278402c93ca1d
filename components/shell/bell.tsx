"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import { countText } from "./count-text";
import { useFrame } from "./frame-context";
import { FrameIcon } from "./frame-icon";

/** The way to a person's notices, with how many are unread. */
export function Bell() {
  const t = useTranslations("nav");
  const { area, unread } = useFrame();
  const href = `/${area}/notices`;
  return (
    <Link
      href={href}
      aria-current={usePathname() === href ? "page" : undefined}
      className="relative grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink touch:size-11"
    >
      <FrameIcon name="bell" />
      <span className="sr-only">{t("notices")}</span>
      {unread > 0 && (
        <>
          <span
            aria-hidden
            className="tnum absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] leading-none font-semibold text-accent-ink ring-2 ring-canvas"
          >
            {countText(unread)}
          </span>
          <span className="sr-only">{t("unread", { count: unread })}</span>
        </>
      )}
    </Link>
  );
}
