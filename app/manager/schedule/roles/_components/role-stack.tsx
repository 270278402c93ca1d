import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type GridRole, placeOf } from "@/app/manager/schedule/schedule-data";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { type DemandPiece, missingIn } from "@/lib/schedules/week/rules-demand";
import { hoursText } from "@/lib/time/hours";

type RoleStackProps = {
  role: GridRole;
  pieces: readonly DemandPiece[];
  holes: readonly DemandPiece[];
  open: DemandPiece | undefined;
  hrefOf: (hole: DemandPiece) => string;
};

/** A role hour by hour: a block for each head, those published first, then drafts, what is missing on top. */
export function RoleStack({ role, pieces, holes, open, hrefOf }: RoleStackProps) {
  const t = useTranslations("schedule");
  const [first] = holes;
  const most = Math.max(1, ...pieces.map(({ needed, there }) => Math.max(needed, there)));
  return (
    <div className="role-line items-end">
      <p className="flex items-center gap-2 pb-1 text-sm font-semibold">
        <span aria-hidden className="schedule-letter">
          {role.letter}
        </span>
        <span className="truncate">{role.name}</span>
        {first && (
          <Link
            href={hrefOf(first)}
            className="flex items-center gap-1 text-xs text-gap-ink hover:underline touch:min-h-11"
          >
            <TriangleAlert aria-hidden className="size-3 text-gap-bar" />
            {t("holes", { count: holes.length })}
          </Link>
        )}
      </p>
      <div className="role-scale" style={{ height: `${most * 20 + 18}px` }}>
        {pieces.map((piece) => (
          <Piece
            key={piece.startMinute}
            {...{ piece, role }}
            isOpen={open?.roleId === piece.roleId && open.startMinute === piece.startMinute}
            href={missingIn(piece) > 0 ? hrefOf(piece) : null}
          />
        ))}
      </div>
    </div>
  );
}

type PieceProps = { piece: DemandPiece; role: GridRole; isOpen: boolean; href: string | null };

function Piece({ piece, role, isOpen, href }: PieceProps) {
  const t = useTranslations("schedule");
  const dayWords = useDayWords();
  const { needed, there, published } = piece;
  const missing = missingIn(piece);
  const place = placeOf(piece);
  const style = { left: `${place.left}%`, width: `${place.width}%` };
  const said = t("piece", {
    ...{ role: role.name, day: dayWords(piece.on), hours: hoursText(piece), needed, there },
  });
  const firm = Math.min(published, there);
  const heads = Array.from({ length: Math.max(needed, there) }, (_, head) =>
    head < firm ? "published" : head < there ? "draft" : "missing",
  );
  const blocks = (
    <>
      <span aria-hidden className={cx("role-count", missing > 0 && "font-semibold text-gap-ink")}>
        {missing > 0 ? `−${missing}` : there}
      </span>
      {heads.toReversed().map((kind, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: heads are alike
        <span key={i} aria-hidden className={`role-block role-${kind}`} />
      ))}
    </>
  );
  if (!href)
    return (
      <span role="img" aria-label={said} title={said} className="role-piece" style={style}>
        {blocks}
      </span>
    );
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={said}
      title={said}
      aria-current={isOpen || undefined}
      className="role-piece role-hole"
      style={style}
    >
      {blocks}
    </Link>
  );
}
