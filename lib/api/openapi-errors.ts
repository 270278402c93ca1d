import type { OpenApiOperation } from "./openapi";

const FAULT = {
  type: "object",
  required: ["path", "code", "message"],
  additionalProperties: false,
  properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
};

/** The body of every answer that is not a success. */
export const ERROR_SCHEMA = {
  type: "object",
  required: ["error"],
  additionalProperties: false,
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      additionalProperties: false,
      properties: {
        code: { type: "string", description: "Stable, for programs.", examples: ["overlaps_absence"] },
        message: { type: "string", description: "For people, in English or Swedish." },
        path: { type: "string", description: "The field concerned.", examples: ["from"] },
        details: {
          type: "object",
          description: "What makes the refusal specific.",
          additionalProperties: true,
        },
        faults: { type: "array", description: "Every fault of an invalid request.", items: FAULT },
        reference: { type: "string", description: "Names an unexpected error in the log." },
      },
    },
  },
};

/** The kinds of error answers, in one sentence each. */
export const DESCRIPTIONS = {
  Malformed: "The request can’t be read, or its values can’t be used.",
  NotSignedIn: "No valid token or session.",
  NotAllowed: "The account lacks the role or the second factor that it must have, or the token the scope.",
  NotFound: "No such record, or not yours to see.",
  Conflict: "It conflicts with the current state; nothing was changed.",
  TooLarge: "The body is too large.",
  WrongContentType: "The body is of another kind than the operation reads.",
  Unprocessable: "Well-formed, but it can’t be acted on; nothing was changed.",
  Internal: "Something went wrong on our side.",
  Busy: "The database took too long; nothing was changed. Ask again after Retry-After seconds.",
} as const;

/** The answers named by documentedErrors, as components of the document. */
export const ERROR_RESPONSES = Object.fromEntries(
  Object.entries(DESCRIPTIONS).map(([name, description]) => [
    name,
    { description, content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
  ]),
);

/** Which errors an operation may answer: status and name of the response. */
export function documentedErrors(
  operation: OpenApiOperation,
  method: string,
): [string, keyof typeof DESCRIPTIONS][] {
  const writes = method !== "GET";
  const hasInput = writes || (operation.parameters ?? []).length > 0;
  const isOfOne = (operation.parameters ?? []).some((parameter) => parameter.in === "path");
  const found: [boolean, string, keyof typeof DESCRIPTIONS][] = [
    [true, "400", "Malformed"],
    [true, "401", "NotSignedIn"],
    [true, "403", "NotAllowed"],
    [hasInput, "404", "NotFound"],
    [writes || isOfOne, "409", "Conflict"],
    [writes, "413", "TooLarge"],
    [writes, "415", "WrongContentType"],
    [hasInput, "422", "Unprocessable"],
    [true, "500", "Internal"],
    [true, "503", "Busy"],
  ];
  return found.filter(([applies]) => applies).map(([, status, name]) => [status, name]);
}
