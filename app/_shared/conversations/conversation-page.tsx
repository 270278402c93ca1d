import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { openCase, openDraft } from "@/lib/disputes/cases/queries";
import { proofKindOf } from "@/lib/proof";
import { orNotFound } from "@/lib/server/page";
import { dayIn } from "@/lib/time/zone";
import type { CaseArea } from "./areas";
import { HandlerView } from "./handler-view";
import { PartyView } from "./party-view";
import { ProofGate } from "./proof-gate";
import { RaisePage } from "./raise-page";

type ConversationPageProps = { ctx: Ctx<Person>; area: CaseArea; id: string; isSent: boolean };

/** A conversation as its reader may see it: a draft to write on, a handler's page, or a page of one of its people. */
export async function ConversationPage({ ctx, area, id, isSent }: ConversationPageProps) {
  const t = await getTranslations("conversations");
  const opened = await orNotFound(() => openCase(ctx, id));
  const back = { href: `/${area}/conversations`, label: t("title") };
  if (!opened.ok) {
    return (
      <Page width="text">
        <PageHeader title={t("one")} back={back} />
        {opened.reason === "conversation_locked" ? (
          <Notice>{t("locked")}</Notice>
        ) : (
          <ProofGate by={proofKindOf(ctx.actor)} />
        )}
      </Page>
    );
  }
  const view = opened.value;
  if (view.status === "draft") {
    const draft = await openDraft(ctx, id);
    if (draft.ok) return <RaisePage ctx={ctx} area={area} draft={{ id, ...draft.value }} />;
  }
  return view.role === "handler" ? (
    <HandlerView view={view} area={area} back={back} ownId={ctx.actor.userId} now={ctx.now} />
  ) : (
    <PartyView
      view={view}
      back={back}
      ownId={ctx.actor.userId}
      today={dayIn(view.timeZone, ctx.now)}
      isSent={isSent}
    />
  );
}
