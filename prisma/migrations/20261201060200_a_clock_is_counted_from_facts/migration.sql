-- A clock is counted from facts: when a request was sent, first answered, put aside, done and opened again. What it was
-- promised is a target in minutes of the executive's support hours, fixed when it was sent. Due times are an index of that,
-- so that lists sort and sweeps find by it. Requests have types, which service levels may depend on.

-- CreateEnum
CREATE TYPE "pause_reason" AS ENUM ('requester', 'third', 'done');

-- CreateEnum
CREATE TYPE "clock_kind" AS ENUM ('answer', 'resolve');

-- AlterTable
ALTER TABLE "support_requests" ADD COLUMN     "first_word_at" TIMESTAMPTZ(3),
ADD COLUMN     "resolved_at" TIMESTAMPTZ(3),
ADD COLUMN     "type_id" TEXT;

-- CreateTable
CREATE TABLE "request_types" (
    "id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "sort_order" INTEGER NOT NULL DEFAULT 1000,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_pauses" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "reason" "pause_reason" NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "until_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pauses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_clocks" (
    "request_id" UUID NOT NULL,
    "kind" "clock_kind" NOT NULL,
    "target_minutes" INTEGER NOT NULL,
    "soon_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "told_soon_at" TIMESTAMPTZ(3),
    "told_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_clocks_pkey" PRIMARY KEY ("request_id","kind")
);

-- CreateTable
CREATE TABLE "service_levels" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "type_id" TEXT,
    "priority" "request_priority",
    "tier" SMALLINT,
    "answer_minutes" INTEGER,
    "resolve_minutes" INTEGER,

    CONSTRAINT "service_levels_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_pauses_request_id_idx" ON "request_pauses"("request_id");

-- CreateIndex
CREATE INDEX "service_levels_pool_id_idx" ON "service_levels"("pool_id");

-- CreateIndex
CREATE INDEX "service_levels_type_id_idx" ON "service_levels"("type_id");

-- CreateIndex
CREATE INDEX "support_requests_type_id_idx" ON "support_requests"("type_id");

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_pauses" ADD CONSTRAINT "request_pauses_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_clocks" ADD CONSTRAINT "request_clocks_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "request_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE support_requests SET first_word_at = updated_at WHERE status IN ('in_progress', 'waiting', 'resolved', 'closed');
UPDATE support_requests SET resolved_at = updated_at WHERE status IN ('resolved', 'closed');
INSERT INTO request_pauses (id, request_id, reason, from_at)
SELECT gen_random_uuid(), id, 'third', updated_at FROM support_requests WHERE status = 'waiting';

ALTER TABLE support_requests ADD CONSTRAINT support_requests_resolved_at_check
  CHECK (CASE WHEN status IN ('resolved', 'closed') THEN resolved_at IS NOT NULL ELSE resolved_at IS NULL OR status = 'cancelled' END);
ALTER TABLE request_pauses
  ADD CONSTRAINT request_pauses_in_order_check CHECK (to_at IS NULL OR to_at >= from_at),
  ADD CONSTRAINT request_pauses_no_overlap EXCLUDE USING gist (request_id WITH =, tstzrange(from_at, to_at) WITH &&);
ALTER TABLE request_clocks ADD CONSTRAINT request_clocks_target_check CHECK (target_minutes BETWEEN 1 AND 1000000);
ALTER TABLE service_levels
  ADD CONSTRAINT service_levels_minutes_check CHECK (num_nonnulls(answer_minutes, resolve_minutes) > 0
    AND (answer_minutes IS NULL OR answer_minutes BETWEEN 1 AND 1000000) AND (resolve_minutes IS NULL OR resolve_minutes BETWEEN 1 AND 1000000)),
  ADD CONSTRAINT service_levels_tier_check CHECK (tier IS NULL OR tier BETWEEN 1 AND 5);

-- One level for the same requests; what is any counts as one.
CREATE UNIQUE INDEX service_levels_once ON service_levels (pool_id, type_id, priority, coalesce(tier, 0)) NULLS NOT DISTINCT;

-- What the sweep looks for: promises that run and were not told yet.
CREATE INDEX request_clocks_soon_idx ON request_clocks (soon_at) WHERE told_soon_at IS NULL AND stopped_at IS NULL;
CREATE INDEX request_clocks_due_idx ON request_clocks (due_at) WHERE stopped_at IS NULL;

-- What every office starts with.
INSERT INTO request_types (id, name_en, name_sv, fields, sort_order) VALUES
  ('correspondence', 'Correspondence', 'Korrespondens', '[{"key": "to", "kind": "text", "nameEn": "To", "nameSv": "Till"}]', 1),
  ('meeting', 'Meeting', 'Möte', '[{"key": "with", "kind": "text", "nameEn": "With", "nameSv": "Med"}, {"key": "length", "kind": "choice", "nameEn": "Length", "nameSv": "Längd", "choices": [{"value": "30", "nameEn": "30 min", "nameSv": "30 min"}, {"value": "60", "nameEn": "1 hour", "nameSv": "1 timme"}, {"value": "120", "nameEn": "2 hours", "nameSv": "2 timmar"}]}]', 2),
  ('travel', 'Travel', 'Resa', '[{"key": "from", "kind": "text", "nameEn": "From", "nameSv": "Från"}, {"key": "to", "kind": "text", "nameEn": "To", "nameSv": "Till"}, {"key": "on", "kind": "date", "nameEn": "Day of travel", "nameSv": "Resdag"}]', 3),
  ('expenses', 'Expenses', 'Utlägg', '[{"key": "amount", "kind": "number", "nameEn": "Amount", "nameSv": "Belopp"}, {"key": "purpose", "kind": "text", "nameEn": "Purpose", "nameSv": "Syfte"}]', 4),
  ('document', 'Document', 'Dokument', '[{"key": "copies", "kind": "number", "nameEn": "Copies", "nameSv": "Exemplar"}]', 5),
  ('research', 'Research', 'Underlag', '[]', 6),
  ('sales_support', 'Sales support', 'Säljstöd', '[{"key": "customer", "kind": "text", "nameEn": "Customer", "nameSv": "Kund"}]', 7),
  ('candidate', 'Candidate', 'Kandidat', '[{"key": "name", "kind": "text", "nameEn": "Candidate", "nameSv": "Kandidat"}, {"key": "position", "kind": "text", "nameEn": "Position", "nameSv": "Tjänst"}]', 8),
  ('phone_message', 'Phone message', 'Telefonmeddelande', '[]', 9),
  ('other', 'Other', 'Annat', '[]', 10);
