import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Tabs } from "@/components/ui/layout/tabs";
import type { GiveChoice } from "@/lib/schedules/swaps/queries-takers";
import { MOST_ASKED } from "@/lib/schedules/swaps/schema";
import { shortHoursText } from "@/lib/time/hours";
import { weekNumber } from "@/lib/time/iso-week";
import { type RoleNames, useShiftLine } from "./asked-shift";
import { AskForm } from "./give-form";

type GiveScreenProps = {
  choice: GiveChoice;
  roles: RoleNames;
  isSwap: boolean;
  /** The address of this page, to which "as=swap" is added. */
  href: string;
  action: unknown;
  hint: string;
};

const MOST_TICKED = 10;

/** A shift that is given away or exchanged: who could take it, all ticked, or what it could be exchanged for; of an open one, who is asked. */
export async function GiveScreen({ choice, roles, isSwap, href, action, hint }: GiveScreenProps) {
  const t = await getTranslations("schedule.give");
  const { shift, takers, exchanges, week, weeks } = choice;
  const isOpen = shift.assistantId === null;
  return (
    <>
      {!isOpen && (
        <Tabs
          label={t("way")}
          appearance="segmented"
          tabs={[
            { href, label: t("give"), isCurrent: !isSwap },
            { href: `${href}&as=swap`, label: t("swap"), isCurrent: isSwap },
          ]}
          className="grid! w-full! grid-cols-2 md:w-80!"
        />
      )}
      {isSwap && (
        <Tabs
          label={t("whichWeek")}
          appearance="segmented"
          tabs={weeks.map((one) => ({
            href: `${href}&as=swap&week=${one}`,
            label: t("week", { week: weekNumber(one) }),
            isCurrent: one === week,
          }))}
        />
      )}
      {isSwap ? (
        <SwapChoices {...{ choice, roles, action, hint }} />
      ) : takers.could.length === 0 ? (
        <EmptyState>{t("nobody")}</EmptyState>
      ) : (
        <AskForm
          key={shift.id}
          {...{ action, hint }}
          shiftId={shift.id}
          kind={isOpen ? "ask" : "drop"}
          mostTicked={MOST_TICKED}
          choices={takers.could.slice(0, MOST_ASKED).map(({ id, name, sameDay }) => ({
            ...{ id, name },
            line:
              sameDay.length === 0
                ? t("free")
                : t("works", { hours: sameDay.map(shortHoursText).join(", ") }),
          }))}
        >
          <WhyNotOthers bars={takers.bars} />
        </AskForm>
      )}
      {isSwap && exchanges.length === 0 && <EmptyState>{t("noSwap")}</EmptyState>}
    </>
  );
}

type SwapChoicesProps = Pick<GiveScreenProps, "choice" | "roles" | "action" | "hint">;

function SwapChoices({ choice: { shift, exchanges, week }, roles, action, hint }: SwapChoicesProps) {
  const shiftLine = useShiftLine(roles);
  if (exchanges.length === 0) return null;
  return (
    <AskForm
      key={`${shift.id} ${week}`}
      {...{ action, hint }}
      shiftId={shift.id}
      kind="swap"
      mostTicked={0}
      choices={exchanges.map((one) => ({ id: one.shift.id, name: one.name, line: shiftLine(one.shift) }))}
    />
  );
}

async function WhyNotOthers({ bars }: { bars: GiveChoice["takers"]["bars"] }) {
  const t = await getTranslations("schedule.give");
  const reasons = (["at_work", "away", "skill", "not_employed"] as const).filter((bar) => bars[bar] > 0);
  if (reasons.length === 0) return null;
  return (
    <Disclosure summary={t("whyNot")} tone="quiet" className="py-1">
      <ul className="pb-2 text-sm text-ink-2">
        {reasons.map((bar) => (
          <li key={bar}>{t(`bar.${bar}`, { count: bars[bar] })}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
