import { escapeHtml } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { AD_SECTIONS, type AdSection, type AdText, blocksOf } from "./rules";

type Posted = {
  id: string;
  text: AdText;
  locale: Locale;
  headings: Record<AdSection, string>;
  employer: string;
  place: string;
  country: string;
  publishedAt: string;
  /** The end of its last day, with the offset of the pool's zone. */
  closesAt: string;
  isFullTime: boolean;
  pay: { from: number; to: number; currency: string; unit: "year" | "month" | "hour" } | null;
  url: string;
};

/** An ad as schema.org's JobPosting; it says nothing that the page does not show. */
export function postingOf(ad: Posted): Record<string, unknown> {
  const { pay } = ad;
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title: ad.text.title,
    description: htmlOf(ad.text, ad.headings),
    identifier: { "@type": "PropertyValue", name: ad.employer, value: ad.id },
    datePosted: ad.publishedAt,
    validThrough: ad.closesAt,
    employmentType: ad.isFullTime ? "FULL_TIME" : "PART_TIME",
    hiringOrganization: { "@type": "Organization", name: ad.employer },
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: ad.place, addressCountry: ad.country },
    },
    ...(pay && {
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: pay.currency,
        value: {
          "@type": "QuantitativeValue",
          minValue: pay.from,
          maxValue: pay.to,
          unitText: pay.unit.toUpperCase(),
        },
      },
    }),
    directApply: true,
    inLanguage: ad.locale,
    url: ad.url,
  };
}

function htmlOf(text: AdText, headings: Record<AdSection, string>): string {
  return AD_SECTIONS.map((section) => {
    const body = blocksOf(text[section]).map((block) =>
      "list" in block
        ? `<ul>${block.list.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`
        : `<p>${escapeHtml(block.paragraph)}</p>`,
    );
    return `<h2>${escapeHtml(headings[section])}</h2>${body.join("")}`;
  }).join("");
}

/** JSON that can stand within a script element: nothing in it ends the element or a line. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
