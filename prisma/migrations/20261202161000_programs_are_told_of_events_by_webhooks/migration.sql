-- Programs are told of events by webhooks
--
-- A delivery is written in the transaction of what happened, so that nothing is told that was rolled back and nothing is lost;
-- it holds ids and times alone. Secrets are sealed with the application's key.

CREATE TYPE "webhook_end" AS ENUM ('administrator', 'gone', 'failing');

CREATE TABLE "webhook_endpoints" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret_sealed" TEXT NOT NULL,
    "previous_sealed" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_by" "webhook_end",
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_endpoints_end_is_said" CHECK (("disabled_at" IS NULL) = ("disabled_by" IS NULL)),
    CONSTRAINT "webhook_endpoints_previous_has_an_end" CHECK (("previous_sealed" IS NULL) = ("previous_until" IS NULL))
);

CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "status" SMALLINT,
    "fault" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "delivered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_deliveries_delivered_is_over" CHECK (NOT "delivered" OR "ended_at" IS NOT NULL)
);

CREATE INDEX "webhook_deliveries_endpoint_id_at_idx" ON "webhook_deliveries"("endpoint_id", "at");
CREATE INDEX "webhook_deliveries_at_idx" ON "webhook_deliveries"("at");
-- What waits is little beside what was sent.
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries"("due_at") WHERE "ended_at" IS NULL;

ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;
