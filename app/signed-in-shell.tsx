import type { ReactNode } from "react";
import type { Area, NavKey } from "@/components/shell/areas";
import type { PaletteSearch, ShortcutGroup } from "@/components/shell/shell-types";
import { DraftOwner } from "@/components/ui/forms/draft-owner";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import type { Ctx } from "@/lib/context";
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
export async function SignedInShell({ ctx, area, children, ...shell }: SignedInShellProps) {
  const { name, email } = ctx.actor;
  return (
    <AreaShell
      {...shell}
      area={area}
      user={{ name, email, areas: areasOf(ctx.actor) }}
      notices={{ href: `/${area}/notices`, unread: await countUnreadNotices(ctx) }}
      signOut={signOut}
    >
      <DraftOwner id={ctx.actor.userId}>{children}</DraftOwner>
    </AreaShell>
  );
}
