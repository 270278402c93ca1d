import { getTranslations } from "next-intl/server";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Section } from "@/components/ui/layout/page";
import { listAbsences } from "@/lib/absences/requests/queries";
import { listLeavers } from "@/lib/absences/settings/service-leavers";
import { dayIn } from "@/lib/time/zone";
import { absencesAddress } from "../absences-address";
import { AbsencePages, type AbsencesShown } from "./absence-list";
import { AbsenceRows } from "./absence-rows";
import { Leavers } from "./leavers";
import { NoAbsences } from "./no-absences";

/** So many of each list; all of one stand on a page of their own. */
const SHOWN = 25;

type OverviewProps = AbsencesShown & { pools: readonly { timeZone: string }[] };

/** What waits for a decision, then who is away now and who is going to be. */
export async function Overview({ ctx, filter, address, typeNames, pools }: OverviewProps) {
  const t = await getTranslations("absences");
  const today = dayIn(pools[0]?.timeZone ?? "UTC", ctx.now);
  const [requested, coming] = await Promise.all([
    listAbsences(ctx, { ...filter, limit: SHOWN, show: "waiting", cursor: undefined }),
    listAbsences(ctx, { ...filter, limit: SHOWN, status: "approved", from: today }),
  ]);
  const leavers = await listLeavers(ctx);
  const shared = { typeNames, ownAssistantId: ctx.actor.assistant?.id ?? null };
  return (
    <>
      {!filter.cursor && (
        <Section title={t("toDecide")} meta={requested.items.length || undefined}>
          {requested.items.length > 0 ? (
            <AbsenceRows absences={requested.items} {...shared} />
          ) : (
            <NoAbsences kind="toDecide" q={filter.q} />
          )}
          {requested.nextCursor && (
            <MoreLink href={absencesAddress(address, { status: "requested" })} label={t("moreToDecide")} />
          )}
        </Section>
      )}
      {!filter.cursor && leavers.length > 0 && (
        <Section title={t("leavers.title")} meta={leavers.length}>
          <Leavers leavers={leavers} />
        </Section>
      )}
      <Section title={t("coming")}>
        {coming.items.length > 0 ? (
          <AbsenceRows absences={coming.items} {...shared} />
        ) : (
          <NoAbsences kind="coming" q={filter.q} />
        )}
        <AbsencePages asked={address} nextCursor={coming.nextCursor} />
      </Section>
    </>
  );
}
