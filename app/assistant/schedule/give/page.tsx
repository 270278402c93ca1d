import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { namedWork } from "@/app/_shared/swaps/asked-shift";
import { GiveScreen } from "@/app/_shared/swaps/give-screen";
import { LivePage } from "@/components/live/live-page";
import { useDayWords } from "@/components/time/use-day-words";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { getGiveChoice } from "@/lib/schedules/swaps/queries-takers";
import { listReasonsOfOwnShift } from "@/lib/schedules/week/queries-own";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { idOf, orNotFound } from "@/lib/server/page";
import { hoursText } from "@/lib/time/hours";
import { ask } from "../../schedule-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.give"))("title") };
}

export default async function GivePage({ searchParams }: PageProps<"/assistant/schedule/give">) {
  const ctx = await requireAssistant();
  const { shift: asked, as, week } = await searchParams;
  const id = idOf(typeof asked === "string" ? asked : "");
  const t = await getTranslations("schedule.give");
  const rules = await getTranslations("schedule.ruleName");
  const [choice, roles, reasons] = await Promise.all([
    orNotFound(() => getGiveChoice(ctx, id, typeof week === "string" ? week : undefined)),
    listWorkRoles(ctx),
    listReasonsOfOwnShift(ctx, id),
  ]);
  const names = namesIn(ctx.actor.locale, roles);
  const isSwap = as === "swap";
  return (
    <Page width="text">
      <LivePage kinds={["schedule", "absence"]} />
      <Head shift={choice.shift} work={namedWork(choice.shift, names)} />
      {reasons.length > 0 && (
        <dl className="grid gap-1 text-sm">
          {reasons.map(({ rule, reason }) => (
            <div key={rule}>
              <dt className="inline font-medium">{rules(rule)}: </dt>
              <dd className="inline text-ink-2">{reason}</dd>
            </div>
          ))}
        </dl>
      )}
      <GiveScreen
        {...{ choice, isSwap }}
        roles={names}
        href={`/assistant/schedule/give?shift=${id}`}
        action={ask}
        hint={t(isSwap ? "swapHint" : "hint")}
      />
    </Page>
  );
}

function Head({ shift, work }: { shift: PlannedShift; work: string }) {
  const dayWords = useDayWords();
  return (
    <PageHeader
      title={`${dayWords(shift.on)}, ${hoursText(shift)}`}
      back={{ href: "/assistant/week", label: work }}
    >
      <p className="pt-3 text-base text-ink-2">{work}</p>
    </PageHeader>
  );
}
