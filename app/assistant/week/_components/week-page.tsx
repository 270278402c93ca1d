import { useTranslations } from "next-intl";
import { OfferRow } from "@/app/_shared/offers/offer-row";
import { ComingMeetings } from "@/components/meetings/coming-meetings";
import type { NoticeView } from "@/components/notices/notice-view";
import { Link } from "@/components/ui/layout/link";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import type { OfferView } from "@/lib/coverage/offers/queries";
import type { AssistantWeek, WeekDay } from "@/lib/coverage/serving/queries-week";
import type { HandoverSummary } from "@/lib/handovers/schema";
import type { SettledMeeting } from "@/lib/meetings/queries-coming";
import type { OwnReceipt } from "@/lib/schedules/publishing/queries";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isoWeekOf } from "@/lib/time/iso-week";
import { AskedRow } from "../../_components/shift-requests/asked-row";
import { accept, decline } from "../../cover-actions";
import { ChangeCard } from "./change-card";
import { DayList } from "./day-list";
import { IllButton, IllNow, IllSheet } from "./ill";
import { LeadingDay } from "./leading-day";
import { NewsLine, OfflineLine } from "./news-line";
import { Covered, People, Supported } from "./own-people";
import { awayWork } from "./shift-lines";
import { executivesOn, isShownDay, leadingDay } from "./week-days";
import { WeekHead } from "./week-head";

export type WeekPageProps = {
  mine: AssistantWeek;
  news: readonly NoticeView[];
  sickness: SicknessNow;
  offers: readonly OfferView[];
  requests: ReadonlyMap<string, number>;
  handovers: readonly HandoverSummary[];
  /** Changes of one's shifts that are not acknowledged yet, and the names of their roles. */
  receipts: readonly OwnReceipt[];
  roleNames: Readonly<Record<string, string>>;
  /** Colleagues' questions about shifts that wait for an answer. */
  askedShifts: readonly ShiftRequestFacts[];
  meetings: readonly SettledMeeting[];
};

const MOST_OFFERS = 2;

/** An assistant's week: what is new, today with whom one supports and covers, and the days to come. */
export function WeekPage(props: WeekPageProps) {
  const { mine, news, sickness } = props;
  const leading = leadingDay(mine);
  const thisWeek = isoWeekOf(leading?.on ?? mine.today);
  const shown = leading && mine.week === isoWeekOf(mine.today) ? thisWeek : mine.week;
  const illDay = mine.days.find(({ on }) => on === sickness.next.on);
  return (
    <div className="week pb-8">
      <WeekHead week={shown} thisWeek={thisWeek}>
        {!sickness.current && <IllButton sickness={sickness} />}
      </WeekHead>
      <OfflineLine />
      {props.receipts.map((receipt) => (
        <ChangeCard key={receipt.publicationId} receipt={receipt} roleNames={props.roleNames} />
      ))}
      <NewsLine news={news} />
      {sickness.current && <IllNow current={sickness.current} />}
      <Offers offers={props.offers} />
      <AskedShifts askedShifts={props.askedShifts} roleNames={props.roleNames} />
      <NextMeetings meetings={props.meetings} />
      {leading ? <Ahead {...props} leading={leading} /> : <OtherWeek mine={mine} />}
      {!sickness.current && (
        <IllSheet
          sickness={sickness}
          executives={illDay ? servedOn(illDay) : 0}
          shifts={awayWork(mine.shifts.filter(({ on }) => on === sickness.next.on))}
        />
      )}
    </div>
  );
}

type AskedShiftsProps = Pick<WeekPageProps, "askedShifts" | "roleNames">;

/** What colleagues ask about shifts; more than a few stand on their page. */
function AskedShifts({ askedShifts, roleNames }: AskedShiftsProps) {
  const t = useTranslations("schedule.mine");
  if (askedShifts.length === 0) return null;
  return (
    <section aria-label={t("asked")} data-live-only>
      <ul>
        {askedShifts.slice(0, MOST_OFFERS).map((request, i) => (
          <AskedRow key={request.id} request={request} roles={roleNames} isMain={i === 0} />
        ))}
      </ul>
      {askedShifts.length > MOST_OFFERS && (
        <p className="border-b border-line px-4 py-2 md:px-6">
          <Link href="/assistant/schedule/requests" className="font-medium text-accent-text">
            {t("waiting", { count: askedShifts.length })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** The next meetings one takes part in or has arranged. */
function NextMeetings({ meetings }: Pick<WeekPageProps, "meetings">) {
  const t = useTranslations("meetings");
  if (meetings.length === 0) return null;
  return (
    <section aria-label={t("title")}>
      <ComingMeetings meetings={meetings} hrefOf={(id) => `/assistant/meetings/${id}`} />
    </section>
  );
}

function servedOn(day: WeekDay): number {
  return new Set(executivesOn(day).map(({ executiveId }) => executiveId)).size;
}

function Ahead({ mine, leading, requests, handovers }: WeekPageProps & { leading: WeekDay }) {
  const t = useTranslations("week");
  const people = executivesOn(leading);
  const own = people.filter(({ kind }) => kind === "own");
  const covers = people.filter(({ kind }) => kind === "cover");
  const { dutyNames, today } = mine;
  return (
    <div className="lg:grid lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)] print:grid print:grid-cols-[18rem_minmax(0,1fr)]">
      <div>
        <LeadingDay day={leading} mine={mine} />
        {own.length > 0 && (
          <People title={t("support")} count={own.length}>
            {own.map((one) => (
              <Supported
                key={one.executiveId + one.part}
                executive={one}
                requests={requests.get(one.executiveId) ?? 0}
              />
            ))}
          </People>
        )}
        {covers.length > 0 && (
          <People title={t("covers")} count={covers.length}>
            {covers.map((one) => (
              <Covered
                key={JSON.stringify([one.executiveId, one.part, one.window, one.dutyIds])}
                executive={one}
                on={leading.on}
                handover={handovers.find(({ executiveId }) => executiveId === one.executiveId)}
                dutyNames={dutyNames}
              />
            ))}
          </People>
        )}
        {people.length === 0 && leading.hours && (
          <p className="px-4 pt-4 text-sm text-ink-2 md:px-6">{t("freeDay")}</p>
        )}
      </div>
      <section aria-labelledby="coming" className="lg:border-l lg:border-line print:border-l">
        <h2
          id="coming"
          className="px-4 pt-5 pb-1 text-xs font-medium text-ink-3 md:border-b md:border-hair md:px-6"
        >
          {t("coming")}
        </h2>
        <DayList
          days={mine.days.filter((day) => day.on > leading.on && isShownDay(day))}
          {...{ today, dutyNames }}
          shifts={mine.shifts}
        />
      </section>
    </div>
  );
}

function OtherWeek({ mine: { days, shifts, today, dutyNames } }: Pick<WeekPageProps, "mine">) {
  return <DayList days={days.filter(isShownDay)} {...{ shifts, today, dutyNames }} />;
}

function Offers({ offers }: Pick<WeekPageProps, "offers">) {
  const t = useTranslations("cover.asking");
  if (offers.length === 0) return null;
  return (
    <section aria-label={t("title")} data-live-only className="print:hidden">
      <ul>
        {offers.slice(0, MOST_OFFERS).map((offer, i) => (
          <OfferRow key={offer.id} offer={offer} actions={{ accept, decline }} isMain={i === 0} />
        ))}
      </ul>
      {offers.length > MOST_OFFERS && (
        <Link
          href="/assistant/offers"
          className="block border-b border-line px-4 text-sm leading-11 font-medium text-accent-text hover:underline md:px-6"
        >
          {t("all", { count: offers.length })}
        </Link>
      )}
    </section>
  );
}
