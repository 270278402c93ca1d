import { useFormatter, useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { Avatar, firstNameOf } from "@/components/ui/layout/avatar";
import { Link } from "@/components/ui/layout/link";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { handOnsOfRequest } from "@/lib/schedules/swaps/queries-check";
import { accept } from "../actions";
import type { ShownSwaps } from "../read-swaps";
import { CheckList } from "./check-list";
import { ExchangeBars } from "./exchange-bars";

/** Whom a request is between: "Malin Eriksson and Tove Sandell", or their first names where there is little room. */
export function useRequestTitle() {
  const t = useTranslations("schedule.swaps");
  const format = useFormatter();
  return ({ kind, owner, taker, answers }: ShiftRequestFacts, isShort = false): string => {
    const nameOf = (name: string) => (isShort ? firstNameOf(name) : name);
    const other = taker ?? (answers.length === 1 ? answers[0] : undefined);
    if (kind === "take") return other ? t("takes", { name: nameOf(other.name) }) : t("kind.take");
    const names = [owner, other].flatMap((person) => (person ? [nameOf(person.name)] : []));
    return format.list(names, { type: "conjunction" });
  };
}

/** When a request was made, by whom where another asked for them, and when it was accepted. */
export function RequestTimes({ request }: { request: ShiftRequestFacts }) {
  const t = useTranslations("schedule.swaps");
  const format = useFormatter();
  const { askedAt, acceptedAt, askedBy, owner, taker, answers } = request;
  const isForThem = ![owner, ...answers].some((person) => person?.userId === askedBy.userId);
  const parts = [
    isForThem
      ? t("askedByAt", { name: askedBy.name, moment: format.dateTime(askedAt, "moment") })
      : t("askedAt", { moment: format.dateTime(askedAt, "moment") }),
    ...(acceptedAt && taker
      ? [t("acceptedAt", { name: firstNameOf(taker.name), moment: format.dateTime(acceptedAt, "moment") })]
      : []),
  ];
  return <span>{parts.join(" · ")}</span>;
}

type RequestBodyProps = { shown: ShownSwaps; request: ShiftRequestFacts; href: string };

/** What a request changes for both, what was found with their shifts exchanged, and who is asked. */
export function RequestBody({ shown, request, href }: RequestBodyProps) {
  const t = useTranslations("schedule.swaps");
  const handOns = handOnsOfRequest(request, shown.chosen[request.id]);
  const checked = shown.checked.get(request.id);
  return (
    <>
      <People {...{ shown, request, href }} />
      <ExchangeBars request={request} handOns={handOns} roles={shown.roles} />
      {checked && <CheckList request={request} checked={checked} roles={shown.roles} />}
      {request.note && <p className="text-base [overflow-wrap:anywhere]">“{request.note}”</p>}
      {checked && <p className="text-sm text-ink-2">{t(request.withShift ? "untilBoth" : "untilOne")}</p>}
    </>
  );
}

/** Those who are asked, with the way to accept for one; or those who offer, of whom one is chosen. */
function People({ shown, request, href }: RequestBodyProps) {
  const t = useTranslations("schedule.swaps");
  const { id, version, kind, status, answers } = request;
  const isTake = kind === "take" && status === "pending_approval";
  const people = answers.filter(({ answer }) => (isTake ? answer === "accepted" : true));
  if (!isTake && status !== "pending_acceptance") return null;
  if (isTake && people.length < 2) return null;
  const chosen = shown.chosen[id] ?? people[0]?.id;
  return (
    <section>
      <h3 className="text-sm font-semibold">{t(isTake ? "whoGets" : "whoIsAsked")}</h3>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="flex min-h-11 items-center gap-2.5 border-b border-hair">
            <Avatar name={person.name} size="small" />
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
            {isTake ? (
              <Link
                href={`${href}${href.includes("?") ? "&" : "?"}for=${person.id}`}
                scroll={false}
                aria-current={person.id === chosen || undefined}
                className="row-go aria-[current]:bg-sunken aria-[current]:font-semibold"
              >
                {t(person.id === chosen ? "chosen" : "choose")}
              </Link>
            ) : person.answer === "declined" ? (
              <span className="text-xs text-ink-2">{t("hasDeclined")}</span>
            ) : (
              <TapForm
                action={accept}
                fields={{ id, version, assistantId: person.id }}
                label={t("acceptFor")}
                of={t("acceptForOf", { name: person.name })}
                done={t("acceptedFor", { name: person.name })}
                variant="ghost"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
