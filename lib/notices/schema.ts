import { z } from "zod";
import { DayFact, HoursFact, IdFact, KeyFact, MomentFact, RANGE_FACTS } from "@/lib/facts";
import { MinuteInput } from "@/lib/time/inputs";

/** In which part of Standby a person reads. */
export type NoticeArea = "manager" | "assistant" | "executive" | "admin";

/** At once, with the next mail, or whenever there is a digest. */
export type NoticeUrgency = "now" | "normal" | "slow";

export type NoticeChannel = "app" | "mail" | "digest";

export const NOTICE_DELIVERIES = ["app", "mail", "digest", "off"] as const;

/** How a person is told: in the app alone, by mail too, once a day by mail, or not at all. */
export type NoticeDelivery = (typeof NOTICE_DELIVERIES)[number];

export type NoticeIcon =
  | "access"
  | "account"
  | "brief"
  | "conversation"
  | "cover"
  | "handover"
  | "interview"
  | "leave_asked"
  | "letter"
  | "leave_decided"
  | "leave_ended"
  | "offer"
  | "reminder"
  | "request"
  | "schedule"
  | "support"
  | "training"
  | "unknown";

/** Half-days, or hours of one day. */
export const RangeFact = z.object({ ...RANGE_FACTS, window: HoursFact.nullish() });
export type NoticeRange = z.infer<typeof RangeFact>;

/** The duties something is for, where they are not all; they are said with the range. */
export const DutiesFact = z.array(KeyFact);

type Shape = z.ZodRawShape;
type Values<S extends Shape> = z.output<z.ZodObject<S>>;

/** What a declaration says of how its notices may reach people. */
export type DeliveryRule = { urgency: NoticeUrgency; channels: readonly NoticeChannel[]; mayBeOff: boolean };

/** One kind of notice: what it says, to whom, where it leads each of them, and how it may reach them. */
export type NoticeDeclaration<S extends Shape> = {
  params: S;
  /** Those who are told, by the area they read in, and what the notice links to there. */
  audience: Partial<Record<NoticeArea, (params: Values<S>) => string>>;
  urgency: NoticeUrgency;
  channels: readonly NoticeChannel[];
  mayBeOff: boolean;
  icon: NoticeIcon;
  /** Left out of what programs are told: even that it happened is nobody's but its people's. */
  isPrivate?: true;
  /** The keys of its sentences and which of them is said, where it has more than the one of its kind. */
  sentences?: { keys: readonly string[]; of: (params: Values<S>) => string };
};

/** A part of a sentence: text as it is, or what is put into the reader's words. */
export type NoticePart = string | { range: NoticeRange; dutyIds: readonly string[] } | { moment: string };

/** What a notice says once its parameters are read: the key of its sentence, its parts, and its link by area. */
export type NoticeContent = {
  icon: NoticeIcon;
  /** The record it is about, where that has an id. */
  recordId?: string;
  sentence: string | null;
  parts: Record<string, NoticePart>;
  links: Partial<Record<NoticeArea, string>>;
};

/** Declares a kind of notice. Reading it leaves out what is not declared, and gives null for what it can't read. */
export function declareNotice<S extends Shape>(declaration: NoticeDeclaration<S>) {
  const { params: shape, audience, sentences, icon, isPrivate = false, ...delivery } = declaration;
  const params = z.object(shape);
  const areas = Object.keys(audience) as NoticeArea[];
  function contentOf(written: unknown): NoticeContent | null {
    const read = params.safeParse(written);
    if (!read.success) return null;
    const links = areas.flatMap((area) => {
      const link = audience[area]?.(read.data);
      return link === undefined ? [] : [[area, link] as const];
    });
    const sentence = sentences?.of(read.data) ?? null;
    const recordId = recordIn(shape, read.data);
    const about = recordId === undefined ? {} : { recordId };
    return { icon, ...about, sentence, parts: partsOf(shape, read.data), links: Object.fromEntries(links) };
  }
  const sentenceKeys = sentences?.keys ?? null;
  return { ...delivery, icon, isPrivate, params, areas, sentenceKeys, contentOf };
}

/** The names that the sentences of a notice may use: its parameters without ids and duties. */
export function namesOfParts(shape: Shape): string[] {
  return Object.keys(shape).filter((name) => ![IdFact, DutiesFact].includes(kindOf(shape[name]) as never));
}

const PLAIN_FACTS: readonly unknown[] = [IdFact, KeyFact, DayFact, MomentFact, RangeFact, DutiesFact];

/** What of a notice's parameters programs are told: ids, times and choices, and no text, not even a name. */
function plainFactsOf(shape: Shape, values: Record<string, unknown>): Record<string, unknown> {
  const isPlain = (name: string) => {
    const kind = kindOf(shape[name]);
    return PLAIN_FACTS.includes(kind) || kind instanceof z.ZodEnum || kind instanceof z.ZodNumber;
  };
  return Object.fromEntries(Object.entries(values).filter(([name]) => isPlain(name)));
}

function recordIn(shape: Shape, values: Record<string, unknown>): string | undefined {
  const name = Object.keys(shape).find((key) => kindOf(shape[key]) === IdFact);
  const id = name && values[name];
  return typeof id === "string" ? id : undefined;
}

function partsOf(shape: Shape, values: Record<string, unknown>): Record<string, NoticePart> {
  const dutyIds = Object.keys(shape).flatMap((name) =>
    kindOf(shape[name]) === DutiesFact ? (DutiesFact.safeParse(values[name]).data ?? []) : [],
  );
  return Object.fromEntries(
    namesOfParts(shape).map((name) => [name, partOf(kindOf(shape[name]), values[name], dutyIds)]),
  );
}

function partOf(kind: unknown, value: unknown, dutyIds: readonly string[]): NoticePart {
  if (kind === RangeFact) return { range: RangeFact.parse(value), dutyIds };
  if (kind === MomentFact) return { moment: String(value) };
  return typeof value === "string" ? value : "";
}

function kindOf(schema: z.core.$ZodType | undefined): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return kindOf(schema.unwrap());
  return schema;
}

const isDeclared: unique symbol = Symbol("declared");

/** Something to tell some people; made only by a declaration. */
export type NoticeToSend = {
  userIds: readonly string[];
  kind: string;
  params: Record<string, unknown>;
  rule: DeliveryRule;
  /** What programs are told of it; null where they are told nothing. */
  forPrograms: Record<string, unknown> | null;
  readonly [isDeclared]: true;
};

type Sendable = { params: z.ZodObject; isPrivate: boolean } & DeliveryRule;

/** Declares the notices of a domain. The answer makes them, and throws on a parameter that is not declared. */
export function declareNotices<C extends { [K in keyof C]: Sendable }>(declared: C) {
  function noticeOf<K extends keyof C & string>(
    kind: K,
    userIds: readonly string[],
    params: z.input<C[K]["params"]>,
  ): NoticeToSend {
    const { params: object, urgency, channels, mayBeOff, isPrivate } = declared[kind];
    const rule = { urgency, channels, mayBeOff };
    const written = object.strict().parse(params);
    const forPrograms = isPrivate ? null : plainFactsOf(object.shape, written);
    return { userIds, kind, params: written, rule, forPrograms, [isDeclared]: true };
  }
  return Object.assign(noticeOf, { declared });
}

/** How the actor is told of one kind of thing, and what they may choose. */
export type NoticeSetting = {
  kind: string;
  urgency: NoticeUrgency;
  delivery: NoticeDelivery;
  choices: NoticeDelivery[];
};

const QuietDays = z
  .array(z.coerce.number().int().min(1).max(7))
  .max(6, { error: "no_day_for_mail" })
  .overwrite((days) => [...new Set(days)].sort((a, b) => a - b));

/** When somebody wants mail; hours without mail begin and end, and differ. */
export const NoticeTimesInput = z
  .strictObject({
    digestMinute: MinuteInput.pipe(z.number().max(1439)),
    quietFrom: MinuteInput.pipe(z.number().max(1439)).optional(),
    quietTo: MinuteInput.pipe(z.number().max(1439)).optional(),
    quietDays: QuietDays.default([]),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === undefined) === (quietTo === undefined), {
    error: "from_and_to",
    path: ["quietTo"],
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === undefined || quietFrom !== quietTo, {
    error: "from_is_to",
    path: ["quietTo"],
  });

/** How somebody wants to be told, by kind, and when by mail. */
export const SaveNoticeSettingsInput = z.strictObject({
  deliveries: z.record(KeyFact, z.enum(NOTICE_DELIVERIES)).default({}),
  times: NoticeTimesInput.optional(),
});
export type SaveNoticeSettingsInput = z.infer<typeof SaveNoticeSettingsInput>;
