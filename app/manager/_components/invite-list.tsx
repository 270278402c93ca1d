import type { ReactNode } from "react";
import { isInvitable } from "@/components/accounts/choice-of-invited";
import { InvitePeople } from "@/components/accounts/invite-people";
import type { AccountStanding } from "@/lib/accounts/schema";
import { env } from "@/lib/env";
import { inviteMany } from "../invite-action";

type InviteListProps = {
  list: "assistants" | "executives";
  poolId?: string;
  neverInvited: number;
  people: readonly { account: AccountStanding }[];
  children: ReactNode;
};

/** A list of people of the manager's pools, who can be invited from it. */
export function InviteList({ list, poolId, neverInvited, people, children }: InviteListProps) {
  return (
    <InvitePeople
      {...{ list, poolId, neverInvited }}
      action={inviteMany}
      hasChoice={people.some(({ account }) => isInvitable(account))}
      publicUrl={env().NEXTAUTH_URL}
    >
      {children}
    </InvitePeople>
  );
}
