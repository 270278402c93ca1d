import { getTranslations } from "next-intl/server";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { AccountFacts, readAccount } from "./account-view";
import { type Address, addressOf } from "./address";

type AccountPanelProps = {
  ctx: Ctx<Administrator>;
  id: string;
  /** The list's accounts in their order. */
  ids: readonly string[];
  asked: Address;
};

/** The account that is open of the list. */
export async function AccountPanel({ ctx, id, ids, asked }: AccountPanelProps) {
  const t = await getTranslations("common.list");
  const read = await readAccount(ctx, id);
  const { cursor } = asked;
  const hrefOf = (open?: string) => addressOf("/admin", asked, { open, cursor });
  return (
    <DetailPanel label={read.account.name}>
      <PanelHead
        title={read.account.name}
        meta={null}
        page={{ href: `/admin/accounts/${id}`, label: t("page") }}
        close={{ href: hrefOf(), label: t("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      <AccountFacts {...read} />
    </DetailPanel>
  );
}
