import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getBoardDay } from "@/lib/coverage/board/queries-page";
import { listWhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import { lookAtWhatIf } from "@/lib/coverage/what-if/service-runs";
import { NotFoundError } from "@/lib/errors";
import { nameIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { peopleIn, type WhatIfAddress, whatIfHref } from "../what-if-address";
import { AddChanges } from "./add-changes";
import { ChangeList } from "./change-list";
import { HorizonForm } from "./horizon-form";
import { StillRunning } from "./still-running";
import { WhatIfAnswer } from "./what-if-answer";

const WAIT_MS = 300;

type WhatIfPageProps = { ctx: Ctx<Manager>; address: WhatIfAddress };

/** A question about a pool, how to change it, and its answer: before and after side by side. */
export async function WhatIfPage({ ctx, address }: WhatIfPageProps) {
  const t = await getTranslations("whatIf");
  const pools = await listPools(ctx);
  const pool = pools.find((one) => one.id === address.poolId) ?? pools[0];
  if (!pool) {
    return (
      <Page>
        <PageHeader title={t("title")} />
        <EmptyState action={<LinkButton href="/manager/import">{t("import")}</LinkButton>}>
          {t("noPool")}
        </EmptyState>
      </Page>
    );
  }
  const week = address.week ?? isoWeekOf(await getBoardDay(ctx, pool));
  const here = { ...address, poolId: pool.id, week };
  const from = mondayOf(week);
  const [options, duties] = await Promise.all([
    listWhatIfOptions(ctx, pool.id, from, addDays(from, here.weeks * 7 - 1), peopleIn(here)),
    listDuties(ctx),
  ]);
  const dutyNames = duties.map((one) => ({
    id: one.id,
    name: nameIn(ctx.actor.locale, one),
  }));
  const lenders = pools.filter((one) => one.id !== pool.id);
  return (
    <Page>
      <PageHeader title={t("title")} meta={t("nothingSaved")} />
      <HorizonForm address={here} pools={pools} />
      <Section title={t("changes")}>
        <ChangeList address={here} options={options} pools={pools} duties={dutyNames} />
        <AddChanges address={here} options={options} lenders={lenders} duties={dutyNames} />
      </Section>
      {here.changes.length > 0 && <Answer ctx={ctx} address={here} poolId={pool.id} />}
    </Page>
  );
}

type AnswerProps = WhatIfPageProps & { poolId: string };

async function Answer({ ctx, address, poolId }: AnswerProps) {
  const t = await getTranslations("whatIf");
  const { week, weeks, changes } = address;
  if (!week) return null;
  try {
    const look = await lookAtWhatIf(ctx, { poolId, week, weeks, changes }, WAIT_MS);
    return look.state === "done" ? <WhatIfAnswer answer={look.answer} /> : <StillRunning look={look} />;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const anew = <LinkButton href={whatIfHref(address, { changes: [] })}>{t("startAnew")}</LinkButton>;
    return (
      <Notice tone="gap" role="alert" actions={anew}>
        {t("notThere")}
      </Notice>
    );
  }
}
