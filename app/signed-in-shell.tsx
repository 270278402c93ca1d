import type { ReactNode } from "react";
import { LiveFrame } from "@/components/live/live-frame";
import { LivePage } from "@/components/live/live-page";
import type { Area, NavKey } from "@/components/shell/areas";
import type { PaletteSearch, ShortcutGroup } from "@/components/shell/shell-types";
import { DraftOwner } from "@/components/ui/forms/draft-owner";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import type { Ctx } from "@/lib/context";
import { liveHere } from "@/lib/live/service-here";
import { countUnreadNotices } from "@/lib/notices/queries";
import { AreaShell } from "./area-shell";
import { signOut } from "./session-actions";

type SignedInShellProps = {
  ctx: Ctx<Person>;
  area: Area;
  counts?: Partial<Record<NavKey, number>>;
  search?: PaletteSearch;
  shortcuts?: ShortcutGroup[];
  children: ReactNode;
};

/** An area's frame for whoever is signed in, with their unread notices. */
export async function SignedInShell({ ctx, area, counts, children, ...shell }: SignedInShellProps) {
  const { name, email } = ctx.actor;
  // As it was before the page was read: what is done meanwhile is told twice rather than never.
  const after = liveHere()?.headAt(ctx.now) ?? null;
  return (
    <AreaShell
      {...shell}
      counts={counts}
      area={area}
      user={{ name, email, areas: areasOf(ctx.actor) }}
      notices={{ href: `/${area}/notices`, unread: await countUnreadNotices(ctx) }}
      signOut={signOut}
    >
      <DraftOwner id={ctx.actor.userId}>
        <LiveFrame userId={ctx.actor.userId} after={after}>
          {counts && <LivePage kinds={["request", "absence"]} />}
          {children}
        </LiveFrame>
      </DraftOwner>
    </AreaShell>
  );
}
