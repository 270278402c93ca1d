import { FileText, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import { APPLICATION_STATUSES, STAGES } from "@/lib/hiring/applications/rules";
import type { ApplicationCardView } from "@/lib/hiring/applications/schema";

type Judged = ReadonlyMap<string, { countIn: number; asked: number; isOwnDue: boolean }>;
type BoardColumnsProps = {
  requisitionId: string;
  cards: readonly ApplicationCardView[];
  /** How many scorecards are in, never what they say. */
  judged: Judged;
  /** What was searched for; it is marked on the pages the cards lead to. */
  q?: string | undefined;
};

/** A column for each stage with its cards, the oldest first; who is no longer in it stands below. */
export function BoardColumns({ requisitionId, cards, judged, q }: BoardColumnsProps) {
  const t = useTranslations("hiring.board");
  const held = cards.filter(({ isHeld, status }) => isHeld && status === "received");
  const of = (status: string) => cards.filter((card) => card.status === status && !held.includes(card));
  const ended = APPLICATION_STATUSES.filter((status) => !STAGES.some((stage) => stage === status));
  return (
    <>
      <div className="-mx-(--edge) -mt-4 grid border-b border-line md:min-h-[60dvh] md:grid-cols-5">
        {STAGES.map((stage) => (
          <Column
            key={stage}
            title={t(`status.${stage}`)}
            {...{ requisitionId, judged, q }}
            cards={of(stage)}
          />
        ))}
      </div>
      {held.length > 0 && (
        <Disclosure summary={t("held", { count: held.length })}>
          <CardList {...{ requisitionId, judged, q }} cards={held} />
        </Disclosure>
      )}
      {ended
        .filter((status) => of(status).length > 0)
        .map((status) => (
          <Disclosure
            key={status}
            summary={t("ended", { status: t(`status.${status}`), count: of(status).length })}
          >
            <CardList {...{ requisitionId, judged, q }} cards={of(status)} />
          </Disclosure>
        ))}
    </>
  );
}

type ColumnProps = BoardColumnsProps & { title: string };

function Column({ title, ...cardList }: ColumnProps) {
  const t = useTranslations("hiring.board");
  const { cards } = cardList;
  const oldest = Math.max(0, ...cards.map(({ daysInStage }) => daysInStage));
  return (
    <section className="grid content-start gap-2 border-line px-2 py-3 not-last:border-r max-md:not-last:border-r-0 max-md:not-last:border-b">
      <div className="px-2">
        <h2 className="font-semibold">
          {title} <span className="tnum font-normal text-ink-2">{cards.length}</span>
        </h2>
        <p className="text-xs text-ink-2">{cards.length > 0 ? t("oldest", { days: oldest }) : t("nobody")}</p>
      </div>
      <CardList {...cardList} />
    </section>
  );
}

function CardList({ requisitionId, cards, judged, q }: BoardColumnsProps) {
  const t = useTranslations("hiring.board");
  const scorecard = useTranslations("hiring.scorecard");
  return (
    <ul className="grid gap-2">
      {cards.map(({ id, name, status, daysInStage, hasResume, isHeld }) => (
        <li
          key={id}
          data-card
          className={`relative grid gap-0.5 rounded-lg border border-line px-3 py-2 text-sm hover:border-line-2 ${status === "received" ? "bg-own-bg" : "bg-surface"}`}
        >
          <div className="flex gap-2">
            <Link
              href={`/manager/hiring/${requisitionId}/applications/${id}${q ? `?q=${encodeURIComponent(q)}` : ""}`}
              className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
            >
              {name ?? t("erased")}
            </Link>
            <span className="tnum text-ink-2">{t("days", { days: daysInStage })}</span>
          </div>
          <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-2">
            {isHeld && (
              <span className="inline-flex items-center gap-1">
                <ShieldAlert aria-hidden className="size-3.5" />
                {t("heldBack")}
              </span>
            )}
            {hasResume && (
              <span className="inline-flex items-center gap-1">
                <FileText aria-hidden className="size-3.5" />
                {t("resume")}
              </span>
            )}
            {judged.has(id) && (
              <span className="tnum">
                {scorecard("cards", { count: judged.get(id)?.countIn ?? 0, all: judged.get(id)?.asked ?? 0 })}
              </span>
            )}
            {judged.get(id)?.isOwnDue && (
              <span className="font-medium text-accent">{scorecard("yoursDue")}</span>
            )}
            {status === "received" && !isHeld && (
              <span className="font-medium text-accent">{t("yourTurn")}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
