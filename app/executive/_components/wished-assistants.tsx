import { useTranslations } from "next-intl";
import { SeenBy } from "@/components/matching/seen-by";
import { WishChoice } from "@/components/matching/wish-choice";
import { Section } from "@/components/ui/layout/page";
import type { WishedAssistant } from "@/lib/matching/knowledge/schema";
import { sayWishOfAssistant } from "../actions";

/** What the executive says of working with those who support them; only they and their assistants' managers read it. */
export function WishedAssistants({ assistants }: { assistants: readonly WishedAssistant[] }) {
  const t = useTranslations("matching.wished");
  if (assistants.length === 0) return null;
  return (
    <Section title={t("title")}>
      <SeenBy words={t("seenBy")} />
      <ul>
        {assistants.map(({ assistantId, name, wish }) => (
          <li key={assistantId} className="grid gap-1 border-b border-hair py-3">
            <p className="font-medium">{name}</p>
            <WishChoice action={sayWishOfAssistant} withId={assistantId} name={name} wish={wish} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
