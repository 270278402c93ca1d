import type { Area } from "./areas";

/** What can be begun from the palette, by area: the key of its words, and where it begins. */
export const PALETTE_ACTIONS = {
  manager: [
    { key: "recordAbsence", href: "/manager/absences/new" },
    { key: "planCover", href: "/manager/coverage" },
    { key: "newAssistant", href: "/manager/assistants/new" },
    { key: "newExecutive", href: "/manager/executives/new" },
    { key: "balances", href: "/manager/absences/balances" },
    { key: "leaveSettings", href: "/manager/absences/settings" },
    { key: "pools", href: "/manager/pools" },
    { key: "importData", href: "/manager/import" },
  ],
  assistant: [{ key: "askForLeave", href: "/assistant/absences" }],
  executive: [{ key: "newRequest", href: "/executive" }],
  admin: [],
} as const satisfies Record<Area, readonly { key: string; href: string }[]>;
