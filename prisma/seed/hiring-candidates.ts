import type { ApplicationStatus } from "@/lib/hiring/applications/rules";

export type DemoCandidate = {
  name: string;
  locale: "en" | "sv";
  hoursAgo: number;
  path: ApplicationStatus[];
  answers: string[];
  letter?: string;
  via?: string;
  resume: string[];
};

export const SALES_CANDIDATES: DemoCandidate[] = [
  {
    ...{ name: "Camille Fournier", locale: "en", hoursAgo: 3, path: [], via: "careers" },
    answers: [
      "C2, first language",
      "In two months, after my notice",
      "A director’s flight was cancelled with three customers waiting in Lyon. I moved two to video, met the third myself and had the contract signed by four.",
    ],
    resume: [
      "Executive Assistant, Sales EMEA, 2021 to today",
      "Team Assistant, Sales France, 2017 to 2021",
      "French, English C1, Italian B1",
    ],
  },
  {
    ...{ name: "Owen Prichard", locale: "en", hoursAgo: 26, path: [] },
    answers: ["B1, and I am taking lessons", "At once", ""],
    resume: ["Office coordinator, Cardiff, 2019 to today", "English, Welsh, French B1"],
  },
  {
    ...{
      name: "Aisha Rahman",
      locale: "en",
      hoursAgo: 30,
      path: [],
      letter: "I know your industry from the customer’s side.",
    },
    answers: ["B2", "1 February", ""],
    resume: ["Customer success assistant, 2020 to today", "English, Bengali, French B2"],
  },
  {
    ...{ name: "Hugo Lefèvre", locale: "en", hoursAgo: 250, path: ["screening"] },
    answers: ["First language", "In a month", "The printer broke an hour before the board met."],
    resume: ["Assistant, Lycée Ampère, 2016 to today", "French, English B2"],
  },
  {
    ...{ name: "Tomasz Zielinski", locale: "en", hoursAgo: 300, path: ["screening", "pre_screen"] },
    answers: ["C1", "January", ""],
    resume: ["Personal assistant to a sales director, 2018 to today", "Polish, English C1, French C1"],
  },
  {
    ...{ name: "Rosa Almeida", locale: "en", hoursAgo: 400, path: ["screening", "pre_screen", "interview"] },
    answers: ["C1", "February", "Two visits on one day in two cities."],
    resume: ["Executive assistant, Lisbon and London, 2014 to today", "Portuguese, English C2, French C1"],
  },
  {
    ...{ name: "Priyanka Nair", locale: "en", hoursAgo: 500, path: ["screening", "pre_screen", "interview"] },
    answers: [
      "C1, four years in Brussels",
      "1 February, one month’s notice",
      "The keynote speaker missed her train.",
    ],
    resume: ["Executive assistant, Brussels, 2019 to today", "English, Hindi, French C1"],
  },
  {
    ...{ name: "Ben Whitlock", locale: "en", hoursAgo: 420, path: ["screening", "rejected"] },
    answers: ["None yet", "At once", ""],
    resume: ["Receptionist, 2022 to today", "English"],
  },
];

export const BOARD_CANDIDATES: DemoCandidate[] = [
  {
    ...{ name: "Klara Bergström", locale: "sv", hoursAgo: 20, path: [] },
    answers: ["Jag har fört protokoll i en bostadsrättsförening i sex år."],
    resume: ["Ledningsassistent, 2018 till i dag", "Svenska, engelska C1"],
  },
  {
    ...{ name: "Johan Wikander", locale: "sv", hoursAgo: 90, path: ["screening"] },
    answers: ["Protokoll i nämnd, 2015 till 2021."],
    resume: ["Nämndsekreterare, 2015 till 2021", "Svenska, engelska C1, tyska B1"],
  },
];

/** A résumé of one page as a PDF, made here. */
export function resumePdf(name: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = [name, "", ...lines].map((line) => `(${latin(line)}) Tj T*`).join("\n");
  const stream = `BT /F1 14 Tf 72 760 Td 24 TL\n${text}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body + end, "latin1"));
}

function latin(line: string): string {
  return line.replace(/[’]/g, "'").replace(/[()\\]/g, (sign) => `\\${sign}`);
}
