import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/layout/avatar";
import { Link } from "@/components/ui/layout/link";
import { AREA_HOME, type NavItem } from "./areas";
import { Bell } from "./bell";
import { BottomBar } from "./bottom-bar";
import { Brand } from "./brand";
import { Frame } from "./frame";
import { FrameIcon } from "./frame-icon";
import { MoreList } from "./more-list";
import { NativePopover } from "./native-popover";
import { NavList } from "./nav-list";
import { PaletteButton } from "./palette-button";
import { PrintedAt } from "./printed-at";
import { SubTabs } from "./sub-tabs";
import { UserPanel, type UserPanelProps } from "./user-panel";

const MENU = "person-menu";

export type AppShellProps = UserPanelProps & {
  items: NavItem[];
  /** How many of the person's notices are unread. */
  unread: number;
  children: ReactNode;
};

/** The frame of every signed-in page: menu at the left, or a bar of four below on phones. */
export function AppShell({ items, unread, children, ...panel }: AppShellProps) {
  const t = useTranslations("nav");
  const { area, user, preferences, signOut } = panel;
  return (
    <Frame {...{ area, items, unread, preferences, signOut }}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="flex min-h-dvh flex-col max-md:h-dvh md:flex-row print:h-auto">
        <header className="sticky top-0 hidden h-dvh w-[204px] shrink-0 flex-col bg-canvas px-2 py-2 md:flex print:hidden">
          <div className="flex h-8 items-center pl-2">
            <Link href={AREA_HOME[area]} aria-label={t("home")} className="flex rounded-md">
              <Brand />
            </Link>
            <span className="flex-1" />
            <Bell />
          </div>
          <PaletteButton className="my-2" />
          <nav aria-label={t("main")} className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pt-1">
            <NavList items={items} />
          </nav>
          <button
            type="button"
            popoverTarget={MENU}
            aria-haspopup="dialog"
            className="flex h-10 cursor-default items-center gap-2 rounded-md px-2 text-left text-sm font-medium hover:bg-sunken focus-visible:-outline-offset-2"
          >
            <Avatar name={user.name} size="small" />
            <span className="min-w-0 flex-1 truncate">{user.name}</span>
            <FrameIcon name="chevrons-up-down" className="size-3.5 text-ink-3" />
          </button>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="relative flex min-w-0 flex-1 flex-col bg-surface outline-none max-md:overflow-y-auto md:shadow-[-1px_0_0_var(--line)]"
        >
          <PrintedAt />
          <SubTabs />
          {children}
        </main>
        <BottomBar menuId={MENU} />
      </div>
      <NativePopover
        id={MENU}
        label={t("menu")}
        className="m-0 bg-float text-ink shadow-float max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:max-h-[88dvh] max-md:w-full max-md:max-w-none max-md:overflow-auto max-md:rounded-t-2xl max-md:p-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:backdrop:bg-scrim md:inset-auto md:bottom-14 md:left-2 md:w-72 md:rounded-lg md:p-2"
      >
        <MoreList menuId={MENU} />
        <UserPanel {...panel} />
      </NativePopover>
    </Frame>
  );
}
