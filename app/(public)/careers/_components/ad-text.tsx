import { useTranslations } from "next-intl";
import { AD_SECTIONS, type AdText, blocksOf } from "@/lib/hiring/ads/rules";

/** The sections of an ad. */
export function AdSections({ text }: { text: AdText }) {
  const t = useTranslations("careers.section");
  return AD_SECTIONS.map((section) => (
    <section key={section} className="grid gap-2">
      <h2 className="text-xl font-semibold">{t(section)}</h2>
      {blocksOf(text[section]).map((block) =>
        "list" in block ? (
          <ul
            key={block.list.join()}
            className="grid list-disc gap-1.5 pl-5 text-[1.0625rem] marker:text-ink-3"
          >
            {block.list.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : (
          <p key={block.paragraph} className="text-[1.0625rem] leading-relaxed text-pretty">
            {block.paragraph}
          </p>
        ),
      )}
    </section>
  ));
}
