import type { DemoExecutive } from "./demo-office";

type Words = { dutyId: string; summary: string; details: string };

/** What executives ask for, in each pool's own language. */
export const WORDS: Record<"en" | "sv", Words[]> = {
  en: [
    {
      dutyId: "travel",
      summary: "Train to Manchester on Thursday",
      details: "Out before nine, back the same evening.",
    },
    {
      dutyId: "calendar",
      summary: "Move the weekly review to the afternoon",
      details: "Any time after two will do.",
    },
    {
      dutyId: "meetings",
      summary: "Room and lunch for the steering group",
      details: "Twelve people, two vegetarians.",
    },
    {
      dutyId: "expenses",
      summary: "Expense claim for the client dinner",
      details: "Receipts are in the folder.",
    },
    { dutyId: "meetings", summary: "Print the papers for the committee", details: "Six copies, one-sided." },
    {
      dutyId: "phones",
      summary: "Call back the auditors",
      details: "They want an hour before the end of the month.",
    },
    { dutyId: "correspondence", summary: "Answer the invitation from the chamber", details: "A polite no." },
    {
      dutyId: "research",
      summary: "Figures on the three nearest competitors",
      details: "One page is enough.",
    },
    {
      dutyId: "messages",
      summary: "Clear the shared mailbox",
      details: "Forward what is about the tender, archive the rest.",
    },
    { dutyId: "reception", summary: "Two visitors at ten on Friday", details: "Badges and a parking space." },
  ],
  sv: [
    { dutyId: "travel", summary: "Tåg till Göteborg på torsdag", details: "Ut före nio, hem samma kväll." },
    {
      dutyId: "calendar",
      summary: "Flytta veckoavstämningen till eftermiddagen",
      details: "När som helst efter två går bra.",
    },
    {
      dutyId: "meetings",
      summary: "Rum och lunch till styrgruppen",
      details: "Tolv personer, två vegetarianer.",
    },
    { dutyId: "expenses", summary: "Utlägg för kundmiddagen", details: "Kvittona ligger i mappen." },
    {
      dutyId: "meetings",
      summary: "Skriv ut underlaget till kommittén",
      details: "Sex exemplar, enkelsidigt.",
    },
    {
      dutyId: "phones",
      summary: "Ring tillbaka till revisorerna",
      details: "De vill ha en timme före månadsskiftet.",
    },
    {
      dutyId: "correspondence",
      summary: "Svara på inbjudan från handelskammaren",
      details: "Ett vänligt nej.",
    },
    {
      dutyId: "research",
      summary: "Siffror på de tre närmaste konkurrenterna",
      details: "En sida räcker.",
    },
    {
      dutyId: "messages",
      summary: "Gå igenom funktionsbrevlådan",
      details: "Skicka vidare det om upphandlingen, arkivera resten.",
    },
    { dutyId: "reception", summary: "Två besökare klockan tio på fredag", details: "Brickor och parkering." },
  ],
};

type OpenRequest = Words & {
  executive: DemoExecutive["name"];
  status: "new" | "assigned" | "in_progress" | "waiting" | "resolved" | "closed" | "cancelled";
  priority: "low" | "normal" | "high" | "urgent";
  /** Working days since it was written. */
  daysAgo: number;
  /** Days from today it is due, or null. */
  dueIn: number | null;
};

/** The open requests of the demo accounts, and a few others: at least one request in each state. */
export const OPEN_REQUESTS: OpenRequest[] = [
  {
    executive: "Helena Bergqvist",
    status: "in_progress",
    priority: "high",
    daysAgo: 1,
    dueIn: 3,
    dutyId: "meetings",
    summary: "Papers for the audit committee",
    details: "Collect the three reports and send them as one file. Mats has the last one.",
  },
  {
    executive: "Helena Bergqvist",
    status: "assigned",
    priority: "normal",
    daysAgo: 1,
    dueIn: 8,
    dutyId: "calendar",
    summary: "Find two hours with the bank",
    details: "Next week, here or at theirs.",
  },
  {
    executive: "Helena Bergqvist",
    status: "closed",
    priority: "normal",
    daysAgo: 9,
    dueIn: null,
    dutyId: "expenses",
    summary: "Expense claim for Oslo",
    details: "",
  },
  {
    executive: "Fredrik Åkesson",
    status: "in_progress",
    priority: "urgent",
    daysAgo: 1,
    dueIn: 1,
    dutyId: "travel",
    summary: "Rebook Friday's flight to Copenhagen",
    details: "The meeting starts at ten now. Cabin bag only.",
  },
  {
    executive: "Fredrik Åkesson",
    status: "waiting",
    priority: "normal",
    daysAgo: 3,
    dueIn: 5,
    dutyId: "sales_support",
    summary: "Account overview for the Malmö customer",
    details: "Waiting for the figures from partner sales.",
  },
  {
    executive: "Fredrik Åkesson",
    status: "assigned",
    priority: "urgent",
    daysAgo: 1,
    dueIn: 2,
    dutyId: "meetings",
    summary: "Move the pricing committee to tomorrow",
    details: "All seven, an hour, here.",
  },
  {
    executive: "Sofia Rydell",
    status: "assigned",
    priority: "urgent",
    daysAgo: 0,
    dueIn: 3,
    dutyId: "meetings",
    summary: "Programme for the brand jury",
    details: "Names as on the invitation, printed by noon.",
  },
  {
    executive: "Sofia Rydell",
    status: "assigned",
    priority: "normal",
    daysAgo: 1,
    dueIn: 6,
    dutyId: "reception",
    summary: "Badges for the agency's workshop",
    details: "Eight visitors on Tuesday, half past eight.",
  },
  {
    executive: "Sofia Rydell",
    status: "resolved",
    priority: "low",
    daysAgo: 4,
    dueIn: null,
    dutyId: "calendar",
    summary: "Block Thursday mornings for writing",
    details: "",
  },
  {
    executive: "Johan Wallenius",
    status: "new",
    priority: "high",
    daysAgo: 1,
    dueIn: 4,
    dutyId: "meetings",
    summary: "Dagordning till ledningsgruppen",
    details: "Samma punkter som sist, plus budgeten.",
  },
  {
    executive: "Alistair Crawford",
    status: "new",
    priority: "normal",
    daysAgo: 1,
    dueIn: 7,
    dutyId: "correspondence",
    summary: "Draft a thank-you note to the hosts",
    details: "Two paragraphs, on the good paper.",
  },
  {
    executive: "Rupert Hargreaves",
    status: "waiting",
    priority: "normal",
    daysAgo: 2,
    dueIn: 5,
    dutyId: "meetings",
    summary: "Dial-in for the tax advisers",
    details: "They are to confirm the hour.",
  },
  {
    executive: "Gareth Llewellyn",
    status: "cancelled",
    priority: "normal",
    daysAgo: 3,
    dueIn: null,
    dutyId: "correspondence",
    summary: "Send the bundle by courier",
    details: "The hearing has been moved.",
  },
];

/** Whose urgent requests go first: agreed, or proposed by whoever would go first. */
export const AGREEMENTS: {
  first: DemoExecutive["name"];
  second: DemoExecutive["name"];
  isAgreed: boolean;
}[] = [
  { first: "Sofia Rydell", second: "Fredrik Åkesson", isAgreed: true },
  { first: "Mats Öberg", second: "Helena Bergqvist", isAgreed: false },
];

type Comment = { summary: string; author: string; minutesLater: number; internal: boolean; text: string };

/** What was said about some of them. */
export const COMMENTS: Comment[] = [
  {
    summary: "Papers for the audit committee",
    author: "Maria Lindgren",
    minutesLater: 42,
    internal: false,
    text: "Two of the three reports are here. Mats sends his before lunch.",
  },
  {
    summary: "Papers for the audit committee",
    author: "Eva Hallberg",
    minutesLater: 61,
    internal: true,
    text: "The committee wants them on paper as well, one set each.",
  },
  {
    summary: "Papers for the audit committee",
    author: "Helena Bergqvist",
    minutesLater: 75,
    internal: false,
    text: "Good. Put the risk report first, please.",
  },
  {
    summary: "Account overview for the Malmö customer",
    author: "Maria Lindgren",
    minutesLater: 90,
    internal: false,
    text: "Partner sales have promised the figures for Thursday.",
  },
];

type Call = {
  executive: string;
  caller: string;
  company: string;
  number: string;
  wish: "call_back" | "calls_again" | "message";
  minutesAgo: number;
  isUrgent: boolean;
  text: string;
};

/** Calls of today that the executives have not ticked off. */
export const CALLS: Call[] = [
  {
    executive: "Helena Bergqvist",
    caller: "Lars Edvardsson",
    company: "Nordbanken",
    number: "+46 8 555 017 40",
    wish: "call_back",
    minutesAgo: 35,
    isUrgent: false,
    text: "Wants to move the two hours to the week after.",
  },
  {
    executive: "Sofia Rydell",
    caller: "Anna Persson",
    company: "Öhman AB",
    number: "+46 8 555 011 26",
    wish: "calls_again",
    minutesAgo: 80,
    isUrgent: false,
    text: "",
  },
];
