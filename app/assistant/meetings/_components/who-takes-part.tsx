import { Check, CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cityOf } from "@/components/meetings/use-meeting-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { Facts } from "@/components/ui/layout/facts";
import { Section } from "@/components/ui/layout/page";
import type { OfficeMeetingView } from "@/lib/meetings/schema";
import { OwnLink } from "./own-link";

type WhoTakesPartProps = {
  meeting: OfficeMeetingView;
  notKnown: readonly string[];
  links: readonly string[];
};

/** Who takes part, of whom it is known when they can, and the link each answers with; below it where and how long. */
export function WhoTakesPart({ meeting, notKnown, links }: WhoTakesPartProps) {
  const t = useTranslations("meetings");
  const dayWords = useDayWords();
  const { people, minutes, place, from, to, timeZone } = meeting;
  return (
    <Section title={t("who.title")} meta={people.length}>
      <ul>
        {people.map(({ id, name, email, isRequired, isInside, note }, i) => (
          <li key={id} className="grid gap-1 border-b border-hair py-2">
            <div className="flex items-center gap-3">
              <Avatar name={name} />
              <div className="min-w-0 flex-1">
                <p className="truncate text-sm font-medium">{name}</p>
                <p className="truncate text-xs text-ink-2">
                  {isInside ? t("who.inside", { is: isRequired ? "required" : "optional" }) : email}
                </p>
              </div>
              <span className="flex shrink-0 items-center gap-1 text-xs text-ink-2">
                {notKnown.includes(name) ? (
                  <CircleHelp aria-hidden className="size-3.5" />
                ) : (
                  <Check aria-hidden className="size-3.5" />
                )}
                {t(notKnown.includes(name) ? "who.notKnown" : "who.known")}
              </span>
            </div>
            {note && <p className="pl-11 text-sm text-pretty">{t("who.note", { note })}</p>}
            {links[i] && <OwnLink address={links[i]} name={name} />}
          </li>
        ))}
      </ul>
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
