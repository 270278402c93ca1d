import "server-only";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { globalRegistry } from "zod";
import { documentedErrors, ERROR_RESPONSES, ERROR_SCHEMA } from "./openapi-errors";
import { NAMED_SCHEMAS, plainSchema } from "./openapi-schemas";
import { listOperations, type Operation } from "./operations";
import { apiRouter } from "./router";

/** The part of an OpenAPI 3.1 document that we write and read. */
export type OpenApiDocument = {
  openapi: string;
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
} & Record<string, unknown>;

export type OpenApiOperation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: OpenApiParameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<
    string,
    { description?: string; $ref?: string; content?: Record<string, { schema: JsonSchema }> }
  >;
};

export type OpenApiParameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: JsonSchema;
};

export type JsonSchema = { [key: string]: unknown };

const TAGS: Record<string, { name: string; description: string }> = {
  workRoles: {
    name: "Work roles",
    description: "Kinds of work in shifts, and whether they are done with executives.",
  },
  roleDemand: { name: "Role demand", description: "How many people the roles of a pool need, and when." },
  shiftTemplates: {
    name: "Shift templates",
    description: "Hours and work that are planned again and again.",
  },
  schedulePolicy: { name: "Shift rules", description: "What the shifts of a pool are checked against." },
  availability: { name: "Availability", description: "When I can work, and rather would not." },
  shifts: { name: "Shifts", description: "Shifts, drafted and changed by managers." },
  shiftRequests: {
    name: "Requests about shifts",
    description: "Published shifts exchanged, given away, or taken where they are open.",
  },
  fills: {
    name: "Filled days",
    description: "Shifts proposed for days that lack people, and kept as drafts.",
  },
  schedules: { name: "Schedules", description: "Weeks of shifts: copied, published and acknowledged." },
  courses: { name: "Courses", description: "What may be learnt, and the level in each duty it gives." },
  trainingSessions: { name: "Training sessions", description: "Courses on dates, with their seats." },
  enrolments: {
    name: "Enrolments",
    description: "Seats on courses: asked for, booked with their cover, waited for and given back.",
  },
  apiTokens: { name: "API tokens", description: "What programs use the API with, and how far each goes." },
  trainingNeeds: { name: "Training needs", description: "Levels that would help cover, with figures." },
  mentorships: { name: "Mentorships", description: "Experienced assistants and those who learn from them." },
  ramps: { name: "Introduction plans", description: "What a new assistant learns from which week on." },
  requisitions: {
    name: "Requisitions",
    description: "People that pools ask to hire, what speaks for it, and the ads that say so.",
  },
  applications: { name: "Applications", description: "Who applied for a job, and how it goes on with them." },
  skillMatrix: { name: "Skill matrix", description: "Levels by assistant and duty." },
  me: { name: "Me", description: "The account of the token, and its week." },
  pools: { name: "Pools", description: "Groups of assistants, their time zone and holidays." },
  duties: { name: "Duties", description: "Kinds of support." },
  assistants: { name: "Assistants", description: "Hours, skills, languages, site and seniority." },
  executives: { name: "Executives", description: "Tier, support hours and duty requirements." },
  supportAssignments: { name: "Support assignments", description: "Who supports whom, from when to when." },
  pairingRestrictions: {
    name: "Pairing restrictions",
    description: "Which assistants may not work for which executives.",
  },
  conversations: {
    name: "Conversations",
    description: "What people raise, and what comes of it; only in a browser’s session.",
  },
  matching: {
    name: "Matching",
    description: "Who fits whom for good, in parts that can be worked out again, and who was chosen.",
  },
  absences: { name: "Absences", description: "Leave requested, reported and decided." },
  wallchart: { name: "Time off calendar", description: "Who is away, by month and by year." },
  leaveTypes: { name: "Leave types", description: "Vacation, sickness, training and the like." },
  leave: { name: "Leave", description: "Balances, allowances, blackouts, groups, and who decides." },
  brief: { name: "Brief", description: "What waits for a manager when a week begins." },
  coverage: { name: "Coverage", description: "Gaps, plans that close them, and assigned cover." },
  offers: { name: "Offers", description: "Cover that is offered, and the answers." },
  calendarFeeds: { name: "Calendar feeds", description: "Secret iCalendar addresses of your calendars." },
  calendarImports: { name: "Calendar imports", description: "Absences from iCalendar files." },
  supportRequests: {
    name: "Support requests",
    description: "Support requests of executives, and their assistants.",
  },
  requestTypes: {
    name: "Types of request",
    description: "What requests can be about, and what each type asks.",
  },
  phoneMessages: {
    name: "Phone messages",
    description: "What callers said, and what executives ticked off.",
  },
  meetings: {
    name: "Meetings",
    description: "Meetings of executives: free times, what people can, and the time settled on.",
  },
  letterTemplates: {
    name: "Letter templates",
    description: "The usual words of letters, with fields to fill in.",
  },
  letters: {
    name: "Letters",
    description: "Letters written for requests, approved in the version that was seen, and sent.",
  },
  serviceLevels: {
    name: "Service levels",
    description: "What pools promise for requests, counted in executives’ support hours.",
  },
  priorityAgreements: {
    name: "Priority agreements",
    description: "Whose urgent requests go first where executives share an assistant.",
  },
  executiveProfiles: {
    name: "Executive profiles",
    description: "How executives like to be supported, and their routines.",
  },
  handovers: { name: "Handovers", description: "What covers must know, read, ask and hand back." },
  accounts: { name: "Accounts", description: "Who can sign in, and who administers." },
  auditEvents: { name: "Audit log", description: "What was done, when and by whom." },
  webhooks: {
    name: "Webhooks",
    description: "Programs outside that get a message when something happens, with ids and times.",
  },
  exports: { name: "Exports", description: "All data of a manager's pools, as tables." },
  imports: { name: "Imports", description: "People, support and absences from four CSV files." },
};

const INFO = {
  title: "Standby",
  version: "1",
  license: { name: "MIT", identifier: "MIT" },
  contact: { name: "The administrators of this installation" },
  description: [
    "Coverage planning for assistant pools: no executive is ever left without support.",
    "Days are YYYY-MM-DD, half-days am or pm, weeks ISO 8601 (2026-W34), instants UTC.",
    "Lists answer items and nextCursor; send it back as cursor for the next page.",
    "Every error is { error: { code, message, path, details, faults } }; send Accept-Language: sv for Swedish words.",
    "A POST with an Idempotency-Key is done once: each repeat within 24 hours gets the first answer again.",
    "A change of a record names the version that was read, as version or If-Match; left out, the current one is meant. A plan is accepted at a named version only. The ETag of an answer does for If-Match, and for If-None-Match of a GET.",
  ].join("\n\n"),
};

const IDEMPOTENCY_KEY: OpenApiParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Any text of your own, such as a UUID; a repeat with the same key is not done twice.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

const IF_NONE_MATCH: OpenApiParameter = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an earlier answer; the same again is answered with 304 and no body.",
  schema: { type: "string", minLength: 1 },
};

const IF_MATCH: OpenApiParameter = {
  name: "If-Match",
  in: "header",
  required: false,
  description:
    "The version that was read, instead of version in the body; refused with 409 changed_since_read, which names the current one, when it is another by then.",
  schema: { type: "string" },
};

const converter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ next, schema }) => {
      const [required, plain] = next();
      const json = plainSchema(plain as JsonSchema);
      const format = globalRegistry.get(schema)?.format;
      return typeof format === "string" ? [required, { ...json, format }] : [required, json];
    },
  ],
});

let made: Promise<OpenApiDocument> | undefined;

/** The OpenAPI 3.1 document of the router, made once a process. */
export function getOpenApiDocument(): Promise<OpenApiDocument> {
  made ??= makeDocument();
  return made;
}

async function makeDocument(): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = (await generator.generate(apiRouter, {
    info: INFO,
    commonSchemas: NAMED_SCHEMAS,
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    tags: Object.keys(apiRouter).flatMap((key) => TAGS[key] ?? []),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "npm run token -- --email you@example.org" },
      },
      schemas: { Error: ERROR_SCHEMA },
      responses: ERROR_RESPONSES,
    } as never,
  })) as unknown as OpenApiDocument;
  for (const operation of listOperations()) complete(document, operation);
  return document;
}

function hasVersion({ requestBody }: OpenApiOperation): boolean {
  const { properties } = requestBody?.content["application/json"]?.schema ?? {};
  return typeof properties === "object" && properties !== null && "version" in properties;
}

function complete(document: OpenApiDocument, { id, method, path, meta }: Operation): void {
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${id} is missing in the OpenAPI document`);
  const tag = TAGS[id.split(".")[0] ?? ""];
  operation.tags = tag ? [tag.name] : [];
  for (const parameter of operation.parameters ?? []) tidy(parameter);
  if (method === "POST") operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  if (method === "GET") {
    operation.parameters = [...(operation.parameters ?? []), IF_NONE_MATCH];
    operation.responses["304"] = { description: "The same as the answer with that ETag." };
  }
  if (hasVersion(operation)) operation.parameters = [...(operation.parameters ?? []), IF_MATCH];
  if (meta.takesFiles) delete operation.requestBody?.content["application/json"];
  for (const content of Object.values(operation.requestBody?.content ?? {})) {
    if (meta.example) content.example = meta.example;
  }
  for (const [status, name] of documentedErrors(operation, method)) {
    operation.responses[status] = { $ref: `#/components/responses/${name}` };
  }
}

function tidy(parameter: OpenApiParameter & { allowEmptyValue?: boolean; allowReserved?: boolean }): void {
  delete parameter.allowEmptyValue;
  delete parameter.allowReserved;
  if (typeof parameter.schema.description === "string") parameter.description = parameter.schema.description;
}
