import type { Db } from "@/lib/db";

const MONDAY_MORNING = new Date("2026-08-17T07:00:00Z");

type Overrides = {
  poolId: string;
  requestedById: string;
  status?: "draft" | "pending" | "open";
  executiveIds?: readonly string[];
};

/** A request for one person, open unless said otherwise. */
export function createRequisitionRow(
  db: Db,
  { poolId, requestedById, status = "open", executiveIds = [] }: Overrides,
) {
  return db.requisition.create({
    data: {
      ...{ poolId, requestedById, status, title: "Executive assistant, Sales" },
      profile: { duties: [{ dutyId: "calendar", level: 3, minutesPerWeek: 300 }], languages: [] },
      ...(status === "open" && { decidedById: requestedById, openedAt: MONDAY_MORNING }),
      createdAt: MONDAY_MORNING,
      executives: { create: executiveIds.map((executiveId) => ({ executiveId })) },
    },
  });
}

/** A text in every section. */
export function adText(title: string) {
  return {
    title,
    work: "Work.",
    who: "Directors.",
    bring: "- French",
    offer: "- Leave",
    how: "One interview.",
  };
}

/** An ad that anybody can read, in English. */
export function createAd(
  db: Db,
  { requisitionId, createdById }: { requisitionId: string; createdById: string },
) {
  return db.jobAd.create({
    data: {
      ...{
        requisitionId,
        slug: `assistant-${requisitionId.slice(-6)}`,
        employer: "Norrvik",
        place: "London",
      },
      ...{ country: "GB", closesOn: new Date("2026-12-18"), payFrom: 38_000, payTo: 44_000, currency: "GBP" },
      publishedAt: MONDAY_MORNING,
      versions: {
        create: {
          ...{ number: 1, createdById, createdAt: MONDAY_MORNING },
          texts: { en: adText("Executive assistant, Sales"), sv: { ...adText(""), title: "" } },
          questions: [{ en: "When could you start?", sv: "", isRequired: true }],
        },
      },
    },
    include: { versions: true },
  });
}

type OfApplication = { requisitionId: string; adVersionId: string; email?: string };

/** An application that has just come in. */
export function createApplication(
  db: Db,
  { requisitionId, adVersionId, email = "camille@mail.example" }: OfApplication,
) {
  return db.application.create({
    data: {
      requisition: { connect: { id: requisitionId } },
      adVersion: { connect: { id: adVersionId } },
      candidate: { create: { name: "Camille Fournier", email, locale: "en", createdAt: MONDAY_MORNING } },
      ...{ answers: [], consentText: "Yes.", receivedAt: MONDAY_MORNING, movedAt: MONDAY_MORNING },
      steps: { create: { action: "received", toStatus: "received", at: MONDAY_MORNING } },
    },
  });
}

type OfInterview = { applicationId: string; createdById: string; userIds: readonly string[] };

/** An interview of 45 minutes that is offered for the week after. */
export function createInterview(db: Db, { applicationId, createdById, userIds }: OfInterview) {
  return db.interview.create({
    data: {
      ...{ applicationId, createdById, title: "Interview", place: "Video", minutes: 45 },
      ...{
        fromOn: new Date("2026-08-18"),
        toOn: new Date("2026-08-28"),
        uid: `interview-${applicationId}@standby`,
      },
      criteria: [{ kind: "duty", key: "calendar", level: 3 }],
      ...{ createdAt: MONDAY_MORNING, updatedAt: MONDAY_MORNING },
      people: { create: userIds.map((userId) => ({ userId })) },
    },
  });
}

/** An offer that waits for its answer. */
export function createJobOffer(
  db: Db,
  { applicationId, createdById }: { applicationId: string; createdById: string },
) {
  return db.jobOffer.create({
    data: {
      ...{ applicationId, createdById, createdAt: MONDAY_MORNING, place: "London City" },
      ...{ startsOn: new Date("2026-10-01"), ftePercent: 100, pay: 41_000, currency: "GBP", payUnit: "year" },
      validUntil: new Date("2026-08-28"),
    },
  });
}
