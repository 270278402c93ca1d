import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/layout/avatar";
import { AREA_HOME, type NavItem } from "./areas";
import { BottomBar } from "./bottom-bar";
import { Brand } from "./brand";
import { NativePopover } from "./native-popover";
import { NavList } from "./nav-list";
import { PaletteButton, ShellKeys } from "./shell-keys";
import type { PaletteSearch, ShortcutGroup } from "./shell-types";
import { UserPanel, type UserPanelProps } from "./user-panel";

export type AppShellProps = UserPanelProps & {
  items: NavItem[];
  /** Where the person's notices are, and how many are unread. */
  notices?: { href: string; unread: number };
  search?: PaletteSearch;
  shortcuts?: ShortcutGroup[];
  children: ReactNode;
};

/** The frame of every signed-in page: menu at the left, or a bar of four below on phones. */
export function AppShell({ items, notices, search, shortcuts, children, ...panel }: AppShellProps) {
  const t = useTranslations("nav");
  const all: NavItem[] = notices
    ? [...items, { key: "notices", href: notices.href, group: "own", count: notices.unread }]
    : items;
  const barItems = items.length >= 3 ? items.slice(0, 3) : all.slice(0, 3);
  const home = AREA_HOME[panel.area];
  const places = all.map(({ key, href }) => ({ id: href, label: t(`item.${key}`), href }));
  return (
    <ShellKeys places={places} search={search} shortcuts={shortcuts}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="flex min-h-dvh flex-col max-md:h-dvh md:flex-row print:h-auto">
        <header className="sticky top-0 hidden h-dvh w-[204px] shrink-0 flex-col gap-3 border-r border-line bg-canvas px-2 py-3 md:flex print:hidden">
          <Link href={home} aria-label={t("home")} className="mx-1 w-fit rounded-md px-1 py-0.5">
            <Brand />
          </Link>
          <PaletteButton />
          <nav aria-label={t("main")} className="min-h-0 flex-1 overflow-y-auto">
            <NavList items={all} />
          </nav>
          <button
            type="button"
            popoverTarget="user-menu"
            aria-haspopup="dialog"
            aria-label={`${t("user.menu")}, ${panel.user.name}`}
            className="flex h-11 cursor-default items-center gap-2 rounded-md px-2 text-left hover:bg-sunken focus-visible:-outline-offset-2"
          >
            <Avatar name={panel.user.name} size="small" />
            <span className="min-w-0 flex-1 truncate text-sm font-medium">{panel.user.name}</span>
            <ChevronsUpDown aria-hidden className="size-4 text-ink-3" />
          </button>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-w-0 flex-1 flex-col bg-surface outline-none max-md:overflow-y-auto"
        >
          {children}
        </main>
        <BottomBar items={barItems} all={all} moreId="more-menu" />
      </div>
      <NativePopover
        id="user-menu"
        label={t("user.menu")}
        className="inset-auto bottom-16 left-2 m-0 w-72 rounded-lg bg-float p-2 text-ink shadow-float"
      >
        <UserPanel {...panel} />
      </NativePopover>
      <NativePopover
        id="more-menu"
        label={t("more")}
        className="inset-x-0 top-auto bottom-0 m-0 max-h-[88dvh] w-full max-w-none overflow-auto rounded-t-xl bg-float p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-ink shadow-float backdrop:bg-scrim"
      >
        <div className="grid gap-3">
          <PaletteButton closes="more-menu" />
          <nav aria-label={t("more")}>
            <NavList items={all.filter((item) => !barItems.includes(item))} />
          </nav>
          <div className="border-t border-line pt-3">
            <UserPanel {...panel} />
          </div>
        </div>
      </NativePopover>
    </ShellKeys>
  );
}
