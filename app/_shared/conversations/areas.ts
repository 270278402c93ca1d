/** Where conversations are read; their addresses tell of no role in them. */
export type CaseArea = "assistant" | "executive" | "manager";
