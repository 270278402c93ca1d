import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { CertificateView } from "@/lib/training/certificates/queries";

/** One's own certificates, and until when each is valid. */
export function OwnCertificates({ certificates }: { certificates: readonly CertificateView[] }) {
  const t = useTranslations("training.certificates");
  const dayWords = useDayWords();
  return (
    <ul>
      {certificates.map(({ id, course, until, isOver }) => (
        <li key={id} className="grid border-b border-hair py-2.5">
          <span className="font-medium">{course}</span>
          <span className="text-sm text-ink-2">
            {t(isOver ? "ended" : "until", { day: dayWords(until) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
