import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useBecauseWords } from "@/app/manager/schedule/_components/use-because-words";
import { useFindingWords } from "@/app/manager/schedule/_components/use-finding-words";
import type { GridRole } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import type { Replacement, Replacements } from "@/lib/schedules/replacing/rules";
import type { MovableBreak } from "@/lib/schedules/replacing/rules-breaks";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { clockText, hoursText } from "@/lib/time/hours";
import { ask, fill, moveBreak } from "../actions";

type HolePanelProps = {
  people: Replacements;
  breaks: readonly MovableBreak[];
  hole: DemandPiece;
  roles: readonly GridRole[];
  /** Who is asked and has not said no. */
  asked: ReadonlySet<string>;
  poolId: string;
  closeHref: string;
};

const SHOWN = 5;

/** A hole of a role: how many are missing, who could work then with what speaks for each, and one tap to draft them. */
export async function HolePanel({ people, breaks, hole, roles, asked, poolId, closeHref }: HolePanelProps) {
  const t = await getTranslations("schedule.roles");
  const close = await getTranslations("common.action");
  const { roleId, on, startMinute, endMinute } = hole;
  const clock = { startMinute: clockText(startMinute), endMinute: clockText(endMinute) };
  const hours = { poolId, on, roleId, ...clock };
  const role = roles.find(({ id }) => id === roleId)?.name ?? "";
  const [first, more] = [people.could.slice(0, SHOWN), people.could.slice(SHOWN)];
  const byId = new Map(roles.map((one) => [one.id, one]));
  return (
    <aside
      aria-label={`${role}, ${hoursText(hole)}`}
      className="border-line px-4 py-4 max-[1199px]:border-b min-[1200px]:order-last min-[1200px]:min-h-[calc(100dvh-3rem)] min-[1200px]:border-l md:px-5"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold">
            {role}, {hoursText(hole)}
          </h2>
          <HoleFacts hole={hole} />
        </div>
        <Link
          href={closeHref}
          scroll={false}
          aria-label={close("close")}
          className="grid size-7 place-items-center rounded-md text-ink-2 hover:bg-sunken touch:size-11"
        >
          <X aria-hidden className="size-4" />
        </Link>
      </header>
      <p className="my-3 rounded-lg bg-gap-bg px-3 py-2.5 text-sm font-semibold text-gap-ink">
        {t("missing1", { count: missingIn(hole) })}
      </p>
      <h3 className="pb-1 text-sm font-semibold">{t("who")}</h3>
      {people.could.length === 0 && <p className="text-sm text-ink-2">{t("nobody")}</p>}
      <ul>
        {first.map((person, i) => (
          <PersonRow
            key={person.id}
            {...{ person, hours, roles: byId }}
            isAsked={asked.has(person.id)}
            isMain={i === 0}
          />
        ))}
      </ul>
      {more.length > 0 && (
        <Disclosure summary={t("more", { count: more.length })} tone="quiet">
          <ul>
            {more.map((person) => (
              <PersonRow key={person.id} {...{ person, hours, roles: byId }} isAsked={asked.has(person.id)} />
            ))}
          </ul>
        </Disclosure>
      )}
      <h3 className="pt-4 pb-1 text-sm font-semibold">{t("or")}</h3>
      {breaks.map((one) => (
        <BreakRow key={one.shiftId} movable={one} />
      ))}
      <div className="flex min-h-13 items-center gap-3 border-b border-hair">
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-medium">{t("open")}</span>
          <span className="block text-xs text-ink-2">{t("openHint")}</span>
        </span>
        <TapForm action={fill} fields={hours} label={t("add")} of={t("addOf")} done={t("opened")} />
      </div>
      <Bars bars={people.bars} />
      <p className="pt-3 text-xs text-ink-2">{t("draftHint")}</p>
    </aside>
  );
}

function BreakRow({ movable: { shiftId, version, name, minutes } }: { movable: MovableBreak }) {
  const t = useTranslations("schedule.roles");
  const what = t("breakTo", { name, hours: hoursText(minutes) });
  return (
    <div className="flex min-h-13 items-center gap-3 border-b border-hair">
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium">{what}</span>
        <span className="block text-xs text-ink-2">{t("breakHint")}</span>
      </span>
      <TapForm
        action={moveBreak}
        fields={{ id: shiftId, version, breakStartMinute: clockText(minutes.startMinute) }}
        label={t("moveBreak")}
        of={t("moveBreakOf", { move: t("moveBreak"), what })}
        done={t("breakMoved")}
      />
    </div>
  );
}

function HoleFacts({ hole }: { hole: DemandPiece }) {
  const t = useTranslations("schedule.roles");
  const dayWords = useDayWords();
  return (
    <p className="text-xs text-ink-2">
      {dayWords(hole.on)} · {t("facts", { needed: hole.needed, there: hole.there })}
    </p>
  );
}

type PersonRowProps = {
  person: Replacement;
  hours: Record<string, string | number>;
  roles: ReadonlyMap<string, GridRole>;
  isAsked: boolean;
  isMain?: boolean;
};

function PersonRow({ person, hours, roles, isAsked, isMain = false }: PersonRowProps) {
  const t = useTranslations("schedule.roles");
  const words = useFindingWords(roles);
  const because = useBecauseWords(roles)(person);
  const broken = person.findings.filter(({ kind }) => kind === "override");
  return (
    <li className="flex min-h-15 items-center gap-3 border-b border-hair py-1.5">
      <Avatar name={person.name} size="small" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-semibold">{person.name}</span>
        <span className="tnum block text-xs text-ink-2">{because.join(" · ")}</span>
        {broken.map((finding) => (
          <span key={finding.rule} className="block text-xs font-medium text-gap-ink">
            {words.sentence(finding)}
          </span>
        ))}
      </span>
      {isAsked ? (
        <span className="text-xs text-ink-2">{t("isAsked")}</span>
      ) : (
        !person.within && (
          <TapForm
            action={ask}
            fields={{ ...hours, assistantId: person.id }}
            label={t("ask")}
            of={t("askOf", { name: person.name })}
            done={t("askedNow", { name: person.name })}
            variant="ghost"
          />
        )
      )}
      <TapForm
        action={fill}
        fields={{ ...hours, assistantId: person.id }}
        label={t("give")}
        of={t("giveOf", { name: person.name })}
        done={t("given", { name: person.name })}
        variant={isMain ? "primary" : "outline"}
      />
    </li>
  );
}

function Bars({ bars }: Pick<Replacements, "bars">) {
  const t = useTranslations("schedule.ranked");
  if (bars.length === 0) return null;
  return (
    <Disclosure summary={t("others", { count: bars.length })} tone="quiet" className="pt-2">
      <ul className="grid gap-1 pb-1 text-xs text-ink-2">
        {bars.map(({ id, name, bar }) => (
          <li key={id}>
            {name}: {t(`bar.${bar}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
