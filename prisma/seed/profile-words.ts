import type { ProfileCategory } from "@/lib/executives/schema-profile";

type Words = { title: string; body: string };

/** How executives say they like to be supported, in each pool's own language. */
export const PROFILE_WORDS: Record<"en" | "sv", Partial<Record<ProfileCategory, readonly Words[]>>> = {
  sv: {
    preferences: [
      {
        title: "Så når du mig",
        body: "Skriv kort i chatten, helst en rad. Ring bara om det brinner.\nJag läser mejl klockan 8, 12 och 16. Lägg det som måste in samma dag överst i mappen ”I dag”.",
      },
      {
        title: "Morgonmöte",
        body: "Tio minuter klockan 8.45 varje dag, gärna stående. Ta med dagens kalender på papper och det som väntar på svar.\nÄr jag på resa ringer jag själv.",
      },
      {
        title: "Beslut",
        body: "Du får tacka nej i mitt namn till allt som inte rör styrelsen, kunder eller mina direktrapporter. Hellre ett vänligt nej i dag än ett kanske nästa vecka.",
      },
    ],
    calendar: [
      {
        title: "Tider att värna",
        body: "Inga möten före 9 och inga efter 16 på fredagar. Tisdag 13–15 är arbetstid och flyttas inte.\nFemton minuter mellan två möten, trettio om de ligger i olika hus.",
      },
      {
        title: "Vem får tid",
        body: "Styrelseordföranden och revisorn får tid samma vecka, alltid. Leverantörer hänvisas till inköp. Säg aldrig varför en tid inte går.",
      },
      {
        title: "Flytta möten",
        body: "Flytta hellre ett internt möte än ett externt. Enskilda samtal med medarbetare flyttas högst en gång, och då inom veckan.",
      },
    ],
    meetings: [
      {
        title: "Underlag",
        body: "Underlag två dagar före mötet, annars stryks punkten. Jag läser på papper: dubbelsidigt, häftat, med plats i marginalen.",
      },
      {
        title: "Ledningsgruppen",
        body: "Rum Mälaren, kaffe 8.30, lunch 12 för nio personer. En av dem äter veganskt, en glutenfritt. Protokollet skickas samma dag.",
      },
    ],
    travel: [
      {
        title: "Tåg och flyg",
        body: "Tåg hellre än flyg upp till fem timmar. Gångplats, tyst avdelning, ingen frukost ombord.\nBoka om hellre för tidigt än för sent; jag står inte ut med att springa.",
      },
      {
        title: "Hotell",
        body: "Nära mötet, inte nära stationen. Rum högt upp och bort från hissen. Kvittot ska stå på bolaget, inte på mig.",
      },
    ],
    correspondence: [
      {
        title: "Ton",
        body: "Rakt och vänligt, aldrig ”hoppas allt är bra”. Skriv under med förnamn till alla vi har träffat.\nBrev till myndigheter läser jag själv innan de går.",
      },
    ],
    phones: [
      {
        title: "Samtal",
        body: "Koppla aldrig fram journalister; ta namn, tidning och deadline och skicka till pressjouren. Familjen kopplas alltid fram.",
      },
    ],
    expenses: [
      {
        title: "Kvitton och attest",
        body: "Kvitton läggs i den röda mappen varje fredag. Attest av ekonomichefen, aldrig av någon som rapporterar till mig.",
      },
    ],
    people: [
      {
        title: "Viktiga namn",
        body: "Gunilla på juridik vet alltid var avtalen är. Bo i receptionen löser rum när inga finns.\nRevisorn heter Lars Edin och ringer hellre än han mejlar.",
      },
      {
        title: "De som ofta hör av sig",
        body: "Valberedningen (Marianne Strand) ringer utan förvarning och ska ha svar samma dag. Fackets Peter Lood vill ha tid varje månad; den finns redan i kalendern.",
      },
    ],
    access: [
      {
        title: "Kort och koder",
        body: "Företagskortet ligger i kassaskåpet på plan 5. Koden får du av säkerhet mot legitimation. Hotell bokas på kortet, aldrig flyg.",
      },
      {
        title: "Privat",
        body: "Sonen hämtas på onsdagar 16.30; då är jag borta även om kalendern är tom. Lägg inget där och säg att jag är upptagen.",
      },
      {
        title: "Signering",
        body: "Två skrivelser väntar på min underskrift i den låsta lådan. De får inte lämna rummet förrän jag har läst dem.",
      },
    ],
  },
  en: {
    preferences: [
      {
        title: "How to reach me",
        body: "One line in the chat, please. Ring only if something is on fire.\nI read mail at eight, noon and four; put whatever must go today at the top of the folder “Today”.",
      },
      {
        title: "The morning ten minutes",
        body: "8:45 every day, standing. Bring the day on one sheet and a list of who is waiting for an answer.\nWhen I travel I ring you from the train.",
      },
      {
        title: "What you may decide",
        body: "You may decline anything in my name that is not the board, a client or my own reports. A kind no today beats a maybe next week.",
      },
    ],
    calendar: [
      {
        title: "Hours to protect",
        body: "Nothing before nine, nothing after four on Fridays. Tuesday one to three is for work and does not move.\nFifteen minutes between meetings, thirty when they are in different buildings.",
      },
      {
        title: "Who gets time",
        body: "The chair and the auditors get time the same week, always. Suppliers go to procurement. Never say why a time does not work.",
      },
      {
        title: "Moving meetings",
        body: "Move an internal meeting before an outside one. One-to-ones move once at most, and then within the week.",
      },
    ],
    meetings: [
      {
        title: "Papers",
        body: "Papers two days ahead or the item falls off. I read on paper: double-sided, stapled, with a margin to write in.",
      },
      {
        title: "The executive committee",
        body: "Room Thames, coffee at 8:30, lunch for nine at noon; one vegan, one gluten-free. Minutes go out the same day.",
      },
    ],
    travel: [
      {
        title: "Trains and flights",
        body: "Train before plane up to four hours. Aisle seat, quiet coach, no breakfast on board.\nRather an hour early than five minutes late.",
      },
      {
        title: "Hotels",
        body: "Near the meeting, not near the station. High floor, away from the lift. The invoice is made out to the company, not to me.",
      },
    ],
    correspondence: [
      {
        title: "Tone",
        body: "Plain and warm, never “I hope this finds you well”. First names for everybody we have met.\nLetters to regulators I read before they go.",
      },
    ],
    phones: [
      {
        title: "Calls",
        body: "Never put a journalist through: take name, paper and deadline, and pass it to the press desk. Family is always put through.",
      },
    ],
    expenses: [
      {
        title: "Claims",
        body: "Receipts go into the red folder every Friday. Signed off by finance, never by anybody who reports to me.",
      },
    ],
    people: [
      {
        title: "Names to know",
        body: "Gillian in legal knows where every contract is. Bob at reception finds a room when there is none.\nOur auditor is Laurence Eden, who rings rather than writes.",
      },
      {
        title: "Who calls often",
        body: "The nominations chair (Marian Strand) rings without warning and wants an answer the same day. Peter Lowe of the union has an hour each month; it is in the diary.",
      },
    ],
    access: [
      {
        title: "Card and codes",
        body: "The company card is in the safe on the fifth floor. Security gives you the code against your pass. Hotels go on the card, never flights.",
      },
      {
        title: "Private",
        body: "I collect my son on Wednesdays at half past four, even when the diary looks empty. Put nothing there and say I am engaged.",
      },
      {
        title: "Signatures",
        body: "Two letters wait for my signature in the locked drawer. They don’t leave the room until I have read them.",
      },
    ],
  },
};

/** What recurs at executives: on which weekdays, or day of the month, and when. */
export const ROUTINE_WORDS: Record<
  "en" | "sv",
  readonly { text: string; weekdays: number[]; monthDay: number | null; minute: number | null }[]
> = {
  sv: [
    {
      text: "Skriv ut dagens kalender till morgonmötet",
      weekdays: [1, 2, 3, 4, 5],
      monthDay: null,
      minute: 510,
    },
    { text: "Skicka dagordningen till ledningsgruppen", weekdays: [1], monthDay: null, minute: 600 },
    { text: "Gå igenom nästa vecka med receptionen", weekdays: [4], monthDay: null, minute: 840 },
    { text: "Lägg kvitton i den röda mappen", weekdays: [5], monthDay: null, minute: null },
    { text: "Påminn om månadsrapporten", weekdays: [], monthDay: 25, minute: 540 },
    { text: "Stäm av telefonlistan med växeln", weekdays: [3], monthDay: null, minute: 570 },
  ],
  en: [
    {
      text: "Print the day for the morning ten minutes",
      weekdays: [1, 2, 3, 4, 5],
      monthDay: null,
      minute: 510,
    },
    { text: "Send the agenda to the committee", weekdays: [1], monthDay: null, minute: 600 },
    { text: "Walk through next week with reception", weekdays: [4], monthDay: null, minute: 840 },
    { text: "Receipts into the red folder", weekdays: [5], monthDay: null, minute: null },
    { text: "Chase the monthly report", weekdays: [], monthDay: 25, minute: 540 },
    { text: "Check the telephone list with the switchboard", weekdays: [3], monthDay: null, minute: 570 },
  ],
};

/** What assistants write for whoever covers, what covers ask and note, and dates of executives. */
export const HANDOVER_WORDS = {
  sv: {
    watch: [
      "Budgeten går till styrelsen på torsdag. Inga ändringar efter onsdag lunch.",
      "Det kommer en ny leverantör på besök; boka bara om de hör av sig själva.",
      "Mötet om Malmö är inte bekräftat. Ring Lood om inget hörts till tisdag.",
    ],
    note: [
      "Mallarna ligger i mappen ”Brev”. Använd den med blå rand.",
      "Besökare hämtas i entrén på Vasagatan, inte på gårdssidan.",
    ],
    question: "Vem skriver in besökarna till torsdagens möte?",
    answer: "Receptionen, om listan är hos dem dagen före.",
    openQuestion: "Får jag flytta samtalet med revisorn om styrelsen drar över?",
    happened: "Revisorn ringde och vill ha en timme före månadsskiftet. Lagd på tisdag.",
    handBack: "Malmöresan är flyttad till nästa månad. Allt annat som det var.",
    dates: ["Styrelsemiddag, 19.00", "Kvartalsrapporten släpps", "Revisorn på besök hela dagen"],
  },
  en: {
    watch: [
      "The budget goes to the board on Thursday. No changes after Wednesday noon.",
      "A new supplier may call on us; book only if they ask.",
      "The Manchester meeting isn’t confirmed. Ring Lowe if you hear nothing by Tuesday.",
    ],
    note: [
      "Templates are in the folder “Letters”. Use the one with the blue rule.",
      "Visitors come in by the front on Praed Street, not through the yard.",
    ],
    question: "Who signs the visitors in for Thursday?",
    answer: "Reception does, if they have the list the day before.",
    openQuestion: "May I move the auditors if the board runs over?",
    happened: "The auditors rang and want an hour before month end. Put in for Tuesday.",
    handBack: "The Manchester trip has moved to next month. Everything else as it was.",
    dates: ["Board dinner, 19:00", "Quarterly report goes out", "Auditors in all day"],
  },
} as const;
