import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import { RowChoice } from "@/components/ui/layout/row-choice";
import type { AccountStanding } from "@/lib/accounts/schema";
import { choiceOfInvited } from "./choice-of-invited";

type PersonCellProps = {
  /** The row's id, and the page it leads to. */
  id: string;
  href: string;
  name: string;
  meta: string;
  userId: string;
  account: AccountStanding;
  /** Whether rows of the list can be chosen. */
  hasChoice: boolean;
};

/** What else a row of people says stands below the name on phones, past the box. */
export const BELOW_NAME = "max-md:[ul:has([type=checkbox])_&]:pl-10";

/** Who a row of people is about: the name leads to the person, the box chooses them to be invited. */
export function PersonCell({ id, href, name, meta, userId, account, hasChoice }: PersonCellProps) {
  const t = useTranslations("accounts.inviteMany");
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      {hasChoice && <RowChoice choice={choiceOfInvited(userId, account, t("chooseOne", { name }))} />}
      <Avatar name={name} size="small" className="max-md:hidden" />
      <div className="min-w-0">
        <a href={href} data-open={id} className="row-link">
          {name}
        </a>
        <span className="row-meta">{meta}</span>
      </div>
    </div>
  );
}
