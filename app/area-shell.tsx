import type { ReactNode } from "react";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";
import { type NavKey, navItems } from "@/components/shell/areas";
import { getPreferences } from "./preferences";

type AreaShellProps = Omit<AppShellProps, "items" | "preferences"> & {
  counts?: Partial<Record<NavKey, number>>;
  children: ReactNode;
};

/** The frame of an area's pages with its own menu and this browser's theme and language. */
export async function AreaShell({ counts, children, ...shell }: AreaShellProps) {
  return (
    <AppShell {...shell} items={navItems(shell.area, counts)} preferences={await getPreferences()}>
      {children}
    </AppShell>
  );
}
