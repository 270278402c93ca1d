import { getTranslations } from "next-intl/server";
import { TokenList } from "@/components/accounts/token-list";
import type { Area } from "@/components/shell/areas";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { listTokens } from "@/lib/accounts/queries-tokens";
import type { Person } from "@/lib/actor";
import { tokenDomainsOf } from "@/lib/api/scopes";
import type { Ctx } from "@/lib/context";
import { endOwnToken } from "./actions";
import { TokenForm } from "./token-form";

/** A person's API tokens, and a new one. */
export async function OwnTokens({ ctx, area }: { ctx: Ctx<Person>; area: Area }) {
  const t = await getTranslations("accounts.tokens");
  const tokens = await listTokens(ctx, ctx.actor.userId);
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href: `/${area}/security`, label: t("back") }}>
        <p className="text-base text-pretty text-ink-2">{t("lead")}</p>
      </PageHeader>
      <TokenList tokens={tokens} action={endOwnToken} />
      <Section title={t("create")}>
        <TokenForm domains={tokenDomainsOf(ctx.actor)} />
      </Section>
    </Page>
  );
}
