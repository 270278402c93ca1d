/** What an answer to a field can be. */
export const FIELD_KINDS = ["text", "number", "date", "choice", "person"] as const;
