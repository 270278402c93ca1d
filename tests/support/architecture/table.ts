/** The domains, earliest first: a later one may import an earlier one, never the reverse. */
export const DOMAIN_ORDER = [
  // One mechanism for each need: no domain of its own, open to all.
  "moves",
  "runs",
  "mail",
  "files",
  "webhooks",
  "accounts",
  "notices",
  "pools",
  "assistants",
  "availability",
  "executives",
  "support",
  "covers",
  "matching",
  "absences",
  "schedules",
  "coverage",
  "handovers",
  "requests",
  "meetings",
  "letters",
  "training",
  "disputes",
  "mentoring",
  "hiring",
  "imports",
  "calendars",
  "insight",
  // What open pages are told reads every domain.
  "live",
];

/** A room of the house: which files lie in it, first match counts, and what they may import. */
export type Room = {
  name: string;
  files: RegExp;
  /** The rooms its files may import, besides itself. */
  rooms: string[];
  /** The packages its files may import; every package when left out. */
  packages?: RegExp;
  /** The packages its files may not import. */
  barredPackages?: RegExp;
  /** May not ask for the time, for chance or for the process. */
  pure?: boolean;
};

const SHARED_TYPES = ["shared", "time", "i18n"];

/** The table "Who may import whom", with the files that belong to each row. */
export const ROOMS: Room[] = [
  {
    name: "app",
    files: /^app\//,
    rooms: [
      "ui",
      "components",
      "catalogues",
      "pure",
      "planner",
      "verbs",
      "api",
      "auth",
      "server",
      ...SHARED_TYPES,
    ],
    barredPackages: /^(@prisma\/|pg$)/,
  },
  { name: "ui", files: /^components\/ui\//, rooms: [], barredPackages: /^(@prisma\/|pg$|next-auth|node:)/ },
  {
    name: "components",
    files: /^components\//,
    rooms: ["ui", "catalogues", "pure", ...SHARED_TYPES],
    barredPackages: /^(@prisma\/|pg$|next-auth|node:)/,
  },
  { name: "generated", files: /^prisma\/generated\//, rooms: [] },
  { name: "database", files: /^lib\/db(-adapter)?\.ts$/, rooms: ["generated"] },
  {
    name: "time",
    files: /^lib\/time\//,
    rooms: ["shared"],
    packages: /^(zod|date-fns|@date-fns\/)/,
    pure: true,
  },
  {
    name: "ics",
    files: /^lib\/ics\//,
    rooms: ["shared", "time"],
    packages: /^(ical\.js|windows-iana|@date-fns\/)/,
    pure: true,
  },
  { name: "i18n", files: /^lib\/i18n\//, rooms: ["shared", "auth", "time"] },
  {
    name: "catalogues",
    files: /^lib\/catalogues\//,
    rooms: ["pure", ...SHARED_TYPES],
    packages: /^zod$/,
    pure: true,
  },
  {
    name: "api",
    files: /^lib\/api\//,
    rooms: ["catalogues", "pure", "verbs", "auth", "server", ...SHARED_TYPES],
  },
  { name: "auth", files: /^lib\/auth\//, rooms: ["database", "generated", ...SHARED_TYPES] },
  { name: "server", files: /^lib\/server\//, rooms: ["auth", "database", ...SHARED_TYPES] },
  {
    name: "jobs",
    files: /^lib\/jobs\//,
    rooms: ["catalogues", "pure", "verbs", "auth", "server", "database", ...SHARED_TYPES],
  },
  { name: "shared", files: /^lib\/[^/]+\.ts$/, rooms: ["database", "generated", "i18n", "time"] },
  {
    name: "threads",
    files: /^lib\/threads\//,
    rooms: ["worker", "solver", "shared"],
    packages: /^node:/,
  },
  { name: "solver", files: /^lib\/solver\//, rooms: ["shared"], packages: /^(highs|zod)$/, pure: true },
  {
    name: "planner",
    files: /^lib\/(coverage\/planner|schedules\/roster|matching\/rebalance|training\/cohort)\//,
    rooms: ["solver", "shared", "time"],
    packages: /^(zod|highs|date-fns|@date-fns\/)/,
    pure: true,
  },
  {
    name: "worker",
    files: /^lib\/(coverage|schedules|matching|training|letters|requests|hiring)\/worker\//,
    rooms: ["pure", "planner", "solver", "threads", ...SHARED_TYPES],
    packages: /^(node:|pdfkit$|docx$|nodemailer\/|postal-mime$|fflate$|unpdf$)/,
  },
  {
    name: "pure",
    files:
      /^lib\/[^/]+\/([^/]+\/)?(schema|rules|policy|audit|notices)(-[a-z-]+)?\.ts$|^lib\/[^/]+\/[a-z-]+\.json$/,
    rooms: ["planner", "ics", ...SHARED_TYPES],
    packages: /^(zod|diff$|date-fns|@date-fns\/)/,
    pure: true,
  },
  {
    name: "verbs",
    files: /^lib\//,
    rooms: ["pure", "planner", "worker", "ics", "database", "generated", ...SHARED_TYPES],
    barredPackages: /^(next$|next\/|next-|react$|react-|react\/)/,
  },
];

/** Shared files that pure rooms may not import, because they reach the database, the clock or the process. */
export const IMPURE_SHARED = /^lib\/(audit|audit-rows|context|env|log|time-limits)\.ts$/;

/** What a file of a domain, or of one of its topics, may be called. */
export const DOMAIN_FILE =
  /^lib\/[^/]+\/(?:[a-z-]+\/)?(?:(?:schema|rules|policy|queries|service)(?:-[a-z0-9-]+)?|notices|audit|moves)\.ts$/;

/** Engines inside a topic, whose files have names of their own. */
export const ENGINES =
  /^lib\/(coverage\/(planner|worker)|schedules\/(roster|worker)|matching\/(rebalance|worker)|training\/(cohort|worker)|imports\/worker|letters\/worker|requests\/worker|hiring\/worker)\//;

/** An area of the app: what belongs to one address of one role. */
export const AREA = /^app\/(?:manager|assistant|executive|admin|\(public\))\/[^_/][^/]*\//;

/** Names that two files of lib export, each with the reason why both keep it. */
export const NAMES_TWICE: Record<string, string> = {};

/** File names that say nothing of what a file holds. */
export const EMPTY_NAMES = /\/(utils|helpers|index|misc|common)\.tsx?$/;

/** What a pure room may not say. */
export const IMPURE_WORDS =
  /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\brandomUUID\b|\bsetTimeout\(|\bfetch\(/;
