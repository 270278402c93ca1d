import type { LetterLanguage } from "@/lib/letters/rules-choices";
import type { FieldValues } from "@/lib/letters/rules-fields";

type TemplateWords = { language: LetterLanguage; name: string; subject: string; body: string };

const HEAD = {
  en: "{{Company}}\n{{Recipient}}\n{{Address}}\n\n{{Date}}\n\nDear {{Salutation}},",
  sv: "{{Företag}}\n{{Mottagare}}\n{{Adress}}\n\n{{Datum}}\n\nHej {{Tilltal}}!",
};
const FOOT = {
  en: "Yours sincerely,\n\n**{{Executive}}**\n{{Executive title}}",
  sv: "Med vänlig hälsning\n\n**{{Chef}}**\n{{Chefens titel}}",
};

/** The usual letters of every demo pool, in both languages. */
export const LETTER_TEMPLATES: readonly TemplateWords[] = [
  {
    language: "en",
    name: "Confirmation of a visit",
    subject: "Your visit: {{Matter}}",
    body: `${HEAD.en}\n\nThank you for your letter of {{Their letter of}}. We confirm that {{Matter}} takes place at {{Place}} on {{Day}}.\n\n{{Contact person}} receives you at {{Time}} and has the papers you asked for. Please let us know by {{Answer by}} how many seats you need.\n\n${FOOT.en}`,
  },
  {
    language: "en",
    name: "Thanks, with regret",
    subject: "Your invitation to {{Matter}}",
    body: `${HEAD.en}\n\nThank you for the invitation to {{Matter}} on {{Day}}. I am sorry that I can’t be there, and wish you a good meeting.\n\n${FOOT.en}`,
  },
  {
    language: "sv",
    name: "Bekräftelse på besök",
    subject: "Ert besök: {{Ämne}}",
    body: `${HEAD.sv}\n\nTack för ert brev av {{Ert brev av}}. Vi bekräftar att {{Ämne}} äger rum i {{Plats}} den {{Dag}}.\n\n{{Kontaktperson}} tar emot er klockan {{Tid}} och har underlaget ni bad om. Låt oss veta senast {{Svar senast}} hur många platser ni behöver.\n\n${FOOT.sv}`,
  },
  {
    language: "sv",
    name: "Tack men nej tack",
    subject: "Inbjudan till {{Ämne}}",
    body: `${HEAD.sv}\n\nTack för inbjudan till {{Ämne}} den {{Dag}}. Tyvärr kan jag inte delta, men jag önskar er ett bra möte.\n\n${FOOT.sv}`,
  },
];

type DemoLetter = {
  template: string;
  status: "draft" | "for_approval" | "approved" | "returned" | "sent";
  recipientEmail?: string;
  values: FieldValues;
  /** What the version before it had otherwise, and why that came back. */
  before?: { values: FieldValues; remarks: string };
};

const VISIT: FieldValues = {
  company: "Björk Revision AB",
  recipient: "Karin Wahlström",
  address: "Box 1044, 101 38 Stockholm",
  salutation: "Ms Wahlström",
  their_letter_of: "20 November",
  matter: "the interim audit",
  place: "our offices in Kista, meeting room Sjön",
  day: "14 December",
  contact_person: "Mats Öberg",
  time: "09:00",
  answer_by: "Friday 4 December",
};

const REGRET: FieldValues = {
  company: "Handelskammaren",
  recipient: "Łukasz Žižka",
  address: "Västra Trädgårdsgatan 9, 103 21 Stockholm",
  salutation: "Łukasz",
  matter: "höstmötet",
  day: "10 december",
};

/** Letters of the demo in each state; three wait for the executive. */
export const DEMO_LETTERS: readonly DemoLetter[] = [
  {
    template: "Confirmation of a visit",
    status: "for_approval",
    values: VISIT,
    before: {
      values: { ...VISIT, place: "our offices in Kista" },
      remarks: "Which room do they go to?",
    },
  },
  { template: "Tack men nej tack", status: "for_approval", values: REGRET },
  {
    template: "Thanks, with regret",
    status: "for_approval",
    values: {
      ...REGRET,
      company: "Ångström Partners",
      recipient: "Zoë Müller-Groß",
      salutation: "Zoë",
      matter: "the partner dinner",
      day: "11 December",
    },
  },
  { template: "Confirmation of a visit", status: "draft", values: { ...VISIT, answer_by: "", time: "" } },
  {
    template: "Tack men nej tack",
    status: "returned",
    values: { ...REGRET, recipient: "Åsa Ek", salutation: "Åsa", matter: "frukostmötet" },
  },
  {
    template: "Bekräftelse på besök",
    status: "approved",
    recipientEmail: "karin.wahlstrom@bjork-revision.example",
    values: {
      ...VISIT,
      salutation: "Karin",
      their_letter_of: "20 november",
      matter: "delårsgranskningen",
      place: "Kista, rum Sjön",
      day: "14 december",
      answer_by: "fredag 4 december",
    },
  },
  {
    template: "Thanks, with regret",
    status: "sent",
    values: {
      ...REGRET,
      company: "Nordic Forum",
      recipient: "Seán Ó Briain",
      salutation: "Seán",
      matter: "the Nordic Forum",
      day: "3 December",
    },
  },
];
