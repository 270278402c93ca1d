import type { ReactNode } from "react";
import { LiveFrame } from "@/components/live/live-frame";
import { LivePage } from "@/components/live/live-page";
import { AppShell } from "@/components/shell/app-shell";
import { type Area, type NavKey, navItems } from "@/components/shell/areas";
import { Calendars } from "@/components/ui/dates/calendar-days";
import { DraftOwner } from "@/components/ui/forms/draft-owner";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import type { Ctx } from "@/lib/context";
import { liveHere } from "@/lib/live/service-here";
import { countUnreadNotices } from "@/lib/notices/queries";
import { listHiddenPlaces } from "@/lib/pools/queries-menu";
import { readCalendarDays } from "./calendar-actions";
import { getPreferences } from "./preferences";
import { signOut } from "./session-actions";

type SignedInShellProps = {
  ctx: Ctx<Person>;
  area: Area;
  /** The pools whose settings say what the menu leaves out. */
  poolIds: readonly string[];
  counts?: Promise<Partial<Record<NavKey, number>>>;
  children: ReactNode;
};

/** An area's frame for whoever is signed in: its menu, what waits there, and their unread notices. */
export async function SignedInShell({ ctx, area, poolIds, counts, children }: SignedInShellProps) {
  const { name, email } = ctx.actor;
  // As it was before the page was read: what is done meanwhile is told twice rather than never.
  const after = liveHere()?.headAt(ctx.now) ?? null;
  const [unread, hidden, waiting, preferences] = await Promise.all([
    countUnreadNotices(ctx),
    listHiddenPlaces(ctx, poolIds),
    counts,
    getPreferences(),
  ]);
  return (
    <AppShell
      area={area}
      user={{ name, email, areas: areasOf(ctx.actor) }}
      items={navItems(area, waiting, hidden)}
      unread={unread}
      preferences={preferences}
      signOut={signOut}
    >
      <DraftOwner id={ctx.actor.userId}>
        <LiveFrame userId={ctx.actor.userId} after={after}>
          {counts && <LivePage kinds={["request", "absence"]} />}
          <Calendars load={readCalendarDays}>{children}</Calendars>
        </LiveFrame>
      </DraftOwner>
    </AppShell>
  );
}
