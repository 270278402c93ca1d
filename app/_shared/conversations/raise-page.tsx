import { getFormatter, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listHandlers, namesOfPresent } from "@/lib/disputes/access/queries-handlers";
import { getPromises } from "@/lib/disputes/raising/queries";
import type { DraftFields } from "@/lib/disputes/raising/schema";
import { poolOfWriter } from "@/lib/disputes/raising/service";
import type { CaseArea } from "./areas";
import { RaiseForm } from "./raise-form";
import { ThrowAway } from "./throw-away";

type RaisePageProps = {
  ctx: Ctx<Person>;
  area: CaseArea;
  draft?: { id: string; version: number; fields: DraftFields };
};

/** Raising something, on one page; only its writer sees it until it is sent. */
export async function RaisePage({ ctx, area, draft }: RaisePageProps) {
  const t = await getTranslations("conversations.raise");
  const format = await getFormatter();
  const poolId = poolOfWriter(ctx.actor);
  const [handlers, promises, names] = await Promise.all([
    listHandlers(ctx, poolId),
    getPromises(ctx, poolId),
    namesOfPresent(ctx, draft?.fields.personIds ?? []),
  ]);
  const { timeZone } = promises;
  const dueOf = (at: Date) => format.dateTime(at, { ...DUE, timeZone });
  return (
    <Page width="text">
      <PageHeader
        title={t("title")}
        back={{ href: `/${area}/conversations`, label: t("back") }}
        actions={draft && <ThrowAway id={draft.id} version={draft.version} area={area} />}
      />
      <p className="text-base text-ink-2">{t("lead")}</p>
      <RaiseForm
        area={area}
        draft={draft}
        handlers={handlers}
        named={[...names].map(([value, label]) => ({ value, label }))}
        due={{ 1: dueOf(promises[1]), 2: dueOf(promises[2]), 3: dueOf(promises[3]) }}
      />
    </Page>
  );
}

const DUE = {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
