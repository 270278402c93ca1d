import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { CertificateView } from "@/lib/training/certificates/queries";

/** Whose certificate has run out or is about to, the first to end first. */
export function ExpiringList({ certificates }: { certificates: readonly CertificateView[] }) {
  const t = useTranslations("training.certificates");
  const dayWords = useDayWords();
  return (
    <ul>
      {certificates.map(({ id, name, course, until, isOver }) => (
        <li key={id} className="grid border-b border-hair py-2.5">
          <span className="font-medium">{name}</span>
          <span className="text-sm text-ink-2">
            {`${course} · ${t(isOver ? "ended" : "until", { day: dayWords(until) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
