import { Check, CircleHelp, Clock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cityOf } from "@/components/meetings/use-meeting-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import { Facts } from "@/components/ui/layout/facts";
import { Section } from "@/components/ui/layout/page";
import type { MeetingReply } from "@/lib/meetings/rules-choices";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { BusyOfPerson } from "./busy-of-person";
import { AddPeople, ChangeRequired, TakeOff } from "./change-people";
import { OwnLink } from "./own-link";

type WhoTakesPartProps = {
  meeting: OfficeMeetingView;
  notKnown: readonly string[];
  hoursOnly: readonly string[];
  links: readonly string[];
  isMailOn: boolean;
};

/** Who takes part, of whom it is known when they can, and the link each answers with; below it where and how long. */
export function WhoTakesPart({ meeting, notKnown, hoursOnly, links, isMailOn }: WhoTakesPartProps) {
  const t = useTranslations("meetings");
  const dayWords = useDayWords();
  const stateOf = (id: string): TimesState =>
    hoursOnly.includes(id) ? "hoursOnly" : notKnown.includes(id) ? "notKnown" : "known";
  const { people, removed, status, minutes, place, from, to, timeZone } = meeting;
  return (
    <Section title={t("who.title")} meta={people.length}>
      <ul>
        {people.map(({ id, name, email, isRequired, isInside, isOwner, note, reply }, i) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)] gap-1 border-b border-hair py-2">
            <div className="flex items-center gap-3">
              <Avatar name={name} />
              <div className="min-w-0 flex-1">
                <p className="truncate text-sm font-medium">{name}</p>
                <p className="truncate text-xs text-ink-2">
                  {[t("who.inside", { is: isRequired ? "required" : "optional" }), isInside ? "" : email]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {status === "confirmed" ? (
                <InvitationReply reply={reply} />
              ) : (
                <TimesKnown state={stateOf(id)} />
              )}
              {!isOwner && status !== "cancelled" && <TakeOff meeting={meeting} person={{ id, name }} />}
            </div>
            {!isOwner && status !== "cancelled" && (
              <div className="-ml-3 w-fit pl-11">
                <ChangeRequired meeting={meeting} person={{ id, name, isRequired }} />
              </div>
            )}
            {note && <p className="pl-11 text-sm text-pretty">{t("who.note", { note })}</p>}
            {status !== "confirmed" && status !== "cancelled" && notKnown.includes(id) && (
              <div className="pl-11">
                <BusyOfPerson id={meeting.id} person={{ id, name }} />
              </div>
            )}
            {links[i] && <OwnLink address={links[i]} name={name} />}
          </li>
        ))}
      </ul>
      {status !== "cancelled" && <AddPeople meeting={meeting} />}
      {removed.length > 0 && (
        <>
          <h3 className="text-sm font-medium">{t("who.removed")}</h3>
          <ul className="text-sm text-ink-2">
            {removed.map(({ id, name }) => (
              <li key={id} className="flex min-h-8 flex-wrap items-center gap-x-3">
                {name}
                {!isMailOn && (
                  <a
                    href={`/api/meetings/${meeting.id}/invitation?person=${id}`}
                    className="text-accent-text hover:underline"
                    download
                  >
                    {t("who.cancelFile", { name })}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {links.length > 0 && <p className="text-xs text-ink-2">{t("who.linkHint")}</p>}
      <Facts
        facts={[
          { label: t("form.length"), value: t("length", { minutes }) },
          { label: t("who.between"), value: `${dayWords(from)} – ${dayWords(to)}` },
          ...(place ? [{ label: t("form.place"), value: place }] : []),
          { label: t("who.zone"), value: cityOf(timeZone) },
        ]}
      />
    </Section>
  );
}

const REPLY_MARKS = { accepted: Check, tentative: CircleHelp, declined: X, none: Clock };

function InvitationReply({ reply }: { reply: MeetingReply | null }) {
  const t = useTranslations("meetings.who");
  const said = reply ?? "none";
  const Icon = REPLY_MARKS[said];
  return (
    <span
      className={cx(
        "flex shrink-0 items-center gap-1 text-xs",
        said === "declined" ? "text-gap-ink" : "text-ink-2",
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {t("reply", { reply: said })}
    </span>
  );
}

type TimesState = "known" | "hoursOnly" | "notKnown";

function TimesKnown({ state }: { state: TimesState }) {
  const t = useTranslations("meetings.who");
  const Icon = state === "known" ? Check : CircleHelp;
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs text-ink-2">
      <Icon aria-hidden className="size-3.5" />
      {t(state)}
    </span>
  );
}
