import type { AdText, AdTexts } from "@/lib/hiring/ads/rules";

const NONE: AdText = { title: "", work: "", who: "", bring: "", offer: "", how: "" };

const SALES_EN: AdText = {
  title: "Executive assistant, Sales",
  work: "You support two sales directors in a pool of twelve assistants. When one of you is away, a colleague covers: nobody carries a week alone.",
  who: "The Sales Director Southern Europe and the Head of Inside Sales. Customers call in French and English.",
  bring:
    "- French at C1 or better\n- English at B2 or better\n- Two years with calendars, travel and customer visits",
  offer:
    "- A mentor and a plan for your first 12 weeks\n- 25 days’ leave and public holidays\n- 40 paid hours of training a year",
  how: "You hear from us within 5 working days. One interview of 30 minutes, one meeting with the people you would work with. A person reads every application.",
};

const BOARD_EN: AdText = {
  title: "Assistant to the board office",
  work: "You prepare board meetings with two colleagues, keep minutes and follow up what was decided.",
  who: "The board secretary and two vice presidents in Stockholm.",
  bring: "- Swedish at C1\n- English at C1\n- Confident with minutes and confidential papers",
  offer: "- A mentor from the first day\n- 30 days’ leave\n- Flexible hours between 7 and 18",
  how: "You hear from us within 5 working days. Two interviews, both on site. A person reads every application.",
};

const BOARD_SV: AdText = {
  title: "Assistent till styrelsekansliet",
  work: "Du förbereder styrelsemöten tillsammans med två kollegor, för protokoll och följer upp besluten.",
  who: "Styrelsens sekreterare och två vice vd:ar i Stockholm.",
  bring: "- Svenska på nivå C1\n- Engelska på nivå C1\n- Van vid protokoll och sekretess",
  offer: "- En mentor från första dagen\n- 30 dagars semester\n- Flexibel arbetstid mellan 7 och 18",
  how: "Du får svar inom 5 arbetsdagar. Två intervjuer, båda på plats. En människa läser varje ansökan.",
};

export const SALES_AD: AdTexts = { en: SALES_EN, sv: NONE };
export const BOARD_AD: AdTexts = { en: BOARD_EN, sv: BOARD_SV };

export const SALES_QUESTIONS = [
  { en: "Which level of French do you have?", sv: "", isRequired: true },
  { en: "When could you start?", sv: "", isRequired: true },
  { en: "Tell us about a day that went differently than planned.", sv: "", isRequired: false },
];

export const BOARD_QUESTIONS = [
  {
    en: "How have you worked with minutes before?",
    sv: "Hur har du arbetat med protokoll tidigare?",
    isRequired: false,
  },
];
