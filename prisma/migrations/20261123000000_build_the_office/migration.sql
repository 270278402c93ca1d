-- Build the office: people, pools, support, absences, covers, requests, and what must hold between them.

-- Exclusion constraints on uuid and range columns need btree_gist.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "day_part" AS ENUM ('am', 'pm');

-- CreateEnum
CREATE TYPE "absence_status" AS ENUM ('draft', 'requested', 'provisionally_approved', 'approved', 'cancellation_requested', 'cancelled', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "seniority" AS ENUM ('junior', 'assistant', 'senior', 'lead');

-- CreateEnum
CREATE TYPE "cefr_level" AS ENUM ('A1', 'A2', 'B1', 'B2', 'C1', 'C2');

-- CreateEnum
CREATE TYPE "plan_mode" AS ENUM ('repair', 'optimise');

-- CreateEnum
CREATE TYPE "coverage_plan_status" AS ENUM ('proposed', 'accepted', 'active', 'completed', 'superseded', 'discarded');

-- CreateEnum
CREATE TYPE "coverage_status" AS ENUM ('proposed', 'offered', 'accepted', 'declined', 'expired', 'confirmed', 'active', 'completed', 'released');

-- CreateEnum
CREATE TYPE "restriction_kind" AS ENUM ('hard', 'soft');

-- CreateEnum
CREATE TYPE "restriction_status" AS ENUM ('active', 'under_review', 'lifted', 'expired');

-- CreateEnum
CREATE TYPE "cover_level" AS ENUM ('full', 'core', 'monitor', 'defer');

-- CreateEnum
CREATE TYPE "support_role" AS ENUM ('primary', 'backup', 'shared');

-- CreateEnum
CREATE TYPE "support_request_status" AS ENUM ('new', 'assigned', 'in_progress', 'waiting', 'resolved', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "request_priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateTable
CREATE TABLE "leave_types" (
    "id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "is_reported" BOOLEAN NOT NULL DEFAULT false,
    "sort_order" INTEGER NOT NULL DEFAULT 100,

    CONSTRAINT "leave_types_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "leave_type_id" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "start_part" "day_part" NOT NULL DEFAULT 'am',
    "end_on" DATE NOT NULL,
    "end_part" "day_part" NOT NULL DEFAULT 'pm',
    "status" "absence_status" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response_status" INTEGER,
    "response_body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "assistants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "seniority" "seniority" NOT NULL DEFAULT 'assistant',
    "fte_percent" INTEGER NOT NULL DEFAULT 100,
    "site" TEXT NOT NULL DEFAULT '',
    "hired_on" DATE,
    "leaves_on" DATE,
    "last_seen_week_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assistants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_patterns" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "starts_at_minute" INTEGER NOT NULL,
    "ends_at_minute" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '2000-01-01'::date,
    "valid_to" DATE,

    CONSTRAINT "working_patterns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistant_skills" (
    "assistant_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "proficiency" SMALLINT NOT NULL,

    CONSTRAINT "assistant_skills_pkey" PRIMARY KEY ("assistant_id","duty_id")
);

-- CreateTable
CREATE TABLE "assistant_languages" (
    "assistant_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" "cefr_level" NOT NULL,

    CONSTRAINT "assistant_languages_pkey" PRIMARY KEY ("assistant_id","language")
);

-- CreateTable
CREATE TABLE "work_styles" (
    "id" TEXT NOT NULL,
    "onet_element" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "importance" DOUBLE PRECISION NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "work_styles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistant_work_styles" (
    "assistant_id" UUID NOT NULL,
    "work_style_id" TEXT NOT NULL,
    "self_rating" SMALLINT,
    "manager_rating" SMALLINT,

    CONSTRAINT "assistant_work_styles_pkey" PRIMARY KEY ("assistant_id","work_style_id")
);

-- CreateTable
CREATE TABLE "coverage_plans" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "mode" "plan_mode" NOT NULL,
    "status" "coverage_plan_status" NOT NULL DEFAULT 'proposed',
    "problem" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "input_hash" TEXT NOT NULL,
    "solver_version" TEXT NOT NULL,
    "supersedes_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "coverage_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_assignments" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "plan_id" UUID,
    "absence_id" UUID,
    "start_on" DATE NOT NULL,
    "start_part" "day_part" NOT NULL,
    "end_on" DATE NOT NULL,
    "end_part" "day_part" NOT NULL,
    "status" "coverage_status" NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "override_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coverage_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage_changes" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "plan_id" UUID,
    "created_ids" UUID[],
    "released_ids" UUID[],
    "pinned_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "coverage_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accepted_gaps" (
    "plan_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "part" "day_part" NOT NULL,

    CONSTRAINT "accepted_gaps_pkey" PRIMARY KEY ("plan_id","executive_id","on","part")
);

-- CreateTable
CREATE TABLE "pairing_restrictions" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "kind" "restriction_kind" NOT NULL,
    "status" "restriction_status" NOT NULL DEFAULT 'active',
    "review_on" DATE,
    "expires_on" DATE,

    CONSTRAINT "pairing_restrictions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "executives" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "tier" SMALLINT NOT NULL DEFAULT 1,
    "site" TEXT NOT NULL DEFAULT '',
    "onsite" BOOLEAN NOT NULL DEFAULT false,
    "leaves_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "executives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_hours" (
    "executive_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "starts_at_minute" INTEGER NOT NULL,
    "ends_at_minute" INTEGER NOT NULL,

    CONSTRAINT "support_hours_pkey" PRIMARY KEY ("executive_id","weekday")
);

-- CreateTable
CREATE TABLE "executive_languages" (
    "executive_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" "cefr_level",

    CONSTRAINT "executive_languages_pkey" PRIMARY KEY ("executive_id","language")
);

-- CreateTable
CREATE TABLE "duty_requirements" (
    "executive_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "minutes_per_day" INTEGER NOT NULL,
    "min_proficiency" SMALLINT NOT NULL,
    "cover_level" "cover_level" NOT NULL DEFAULT 'full',

    CONSTRAINT "duty_requirements_pkey" PRIMARY KEY ("executive_id","duty_id")
);

-- CreateTable
CREATE TABLE "support_assignments" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "role" "support_role" NOT NULL,
    "rank" SMALLINT NOT NULL DEFAULT 1,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pools" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "holiday_region" TEXT NOT NULL,
    "holiday_types" TEXT[] DEFAULT ARRAY['public', 'bank']::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_managers" (
    "pool_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "pool_managers_pkey" PRIMARY KEY ("pool_id","user_id")
);

-- CreateTable
CREATE TABLE "duties" (
    "id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "description_en" TEXT NOT NULL DEFAULT '',
    "description_sv" TEXT NOT NULL DEFAULT '',
    "sort_order" INTEGER NOT NULL DEFAULT 1000,

    CONSTRAINT "duties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_requests" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "assignee_id" UUID,
    "duty_id" TEXT,
    "summary" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "priority" "request_priority" NOT NULL DEFAULT 'normal',
    "due_on" DATE,
    "status" "support_request_status" NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absences_assistant_id_start_on_idx" ON "absences"("assistant_id", "start_on");

-- CreateIndex
CREATE INDEX "absences_leave_type_id_idx" ON "absences"("leave_type_id");

-- CreateIndex
CREATE INDEX "absences_status_start_on_idx" ON "absences"("status", "start_on");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_name_id_idx" ON "users"("name", "id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "notifications_user_id_read_at_created_at_idx" ON "notifications"("user_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "audit_events_entity_type_entity_id_seq_idx" ON "audit_events"("entity_type", "entity_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "assistants_user_id_key" ON "assistants"("user_id");

-- CreateIndex
CREATE INDEX "assistants_pool_id_idx" ON "assistants"("pool_id");

-- CreateIndex
CREATE INDEX "working_patterns_assistant_id_idx" ON "working_patterns"("assistant_id");

-- CreateIndex
CREATE INDEX "assistant_skills_duty_id_idx" ON "assistant_skills"("duty_id");

-- CreateIndex
CREATE INDEX "assistant_work_styles_work_style_id_idx" ON "assistant_work_styles"("work_style_id");

-- CreateIndex
CREATE INDEX "coverage_plans_pool_id_status_from_on_idx" ON "coverage_plans"("pool_id", "status", "from_on");

-- CreateIndex
CREATE INDEX "coverage_assignments_executive_id_start_on_idx" ON "coverage_assignments"("executive_id", "start_on");

-- CreateIndex
CREATE INDEX "coverage_assignments_assistant_id_start_on_idx" ON "coverage_assignments"("assistant_id", "start_on");

-- CreateIndex
CREATE INDEX "coverage_assignments_plan_id_idx" ON "coverage_assignments"("plan_id");

-- CreateIndex
CREATE INDEX "coverage_assignments_absence_id_idx" ON "coverage_assignments"("absence_id");

-- CreateIndex
CREATE INDEX "coverage_changes_actor_id_created_at_idx" ON "coverage_changes"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "pairing_restrictions_assistant_id_idx" ON "pairing_restrictions"("assistant_id");

-- CreateIndex
CREATE INDEX "pairing_restrictions_executive_id_idx" ON "pairing_restrictions"("executive_id");

-- CreateIndex
CREATE UNIQUE INDEX "executives_user_id_key" ON "executives"("user_id");

-- CreateIndex
CREATE INDEX "executives_pool_id_idx" ON "executives"("pool_id");

-- CreateIndex
CREATE INDEX "duty_requirements_duty_id_idx" ON "duty_requirements"("duty_id");

-- CreateIndex
CREATE INDEX "support_assignments_executive_id_idx" ON "support_assignments"("executive_id");

-- CreateIndex
CREATE INDEX "support_assignments_assistant_id_idx" ON "support_assignments"("assistant_id");

-- CreateIndex
CREATE UNIQUE INDEX "pools_name_key" ON "pools"("name");

-- CreateIndex
CREATE INDEX "pool_managers_user_id_idx" ON "pool_managers"("user_id");

-- CreateIndex
CREATE INDEX "support_requests_executive_id_created_at_idx" ON "support_requests"("executive_id", "created_at");

-- CreateIndex
CREATE INDEX "support_requests_assignee_id_status_created_at_idx" ON "support_requests"("assignee_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "support_requests_status_created_at_idx" ON "support_requests"("status", "created_at");

-- CreateIndex
CREATE INDEX "support_requests_duty_id_idx" ON "support_requests"("duty_id");

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_leave_type_id_fkey" FOREIGN KEY ("leave_type_id") REFERENCES "leave_types"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistants" ADD CONSTRAINT "assistants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistants" ADD CONSTRAINT "assistants_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_patterns" ADD CONSTRAINT "working_patterns_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_skills" ADD CONSTRAINT "assistant_skills_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_skills" ADD CONSTRAINT "assistant_skills_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_languages" ADD CONSTRAINT "assistant_languages_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_work_styles" ADD CONSTRAINT "assistant_work_styles_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistant_work_styles" ADD CONSTRAINT "assistant_work_styles_work_style_id_fkey" FOREIGN KEY ("work_style_id") REFERENCES "work_styles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_plans" ADD CONSTRAINT "coverage_plans_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_assignments" ADD CONSTRAINT "coverage_assignments_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_assignments" ADD CONSTRAINT "coverage_assignments_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_assignments" ADD CONSTRAINT "coverage_assignments_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plans"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage_assignments" ADD CONSTRAINT "coverage_assignments_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_gaps" ADD CONSTRAINT "accepted_gaps_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_restrictions" ADD CONSTRAINT "pairing_restrictions_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_restrictions" ADD CONSTRAINT "pairing_restrictions_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "executives" ADD CONSTRAINT "executives_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "executives" ADD CONSTRAINT "executives_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_hours" ADD CONSTRAINT "support_hours_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "executive_languages" ADD CONSTRAINT "executive_languages_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_requirements" ADD CONSTRAINT "duty_requirements_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_requirements" ADD CONSTRAINT "duty_requirements_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_assignments" ADD CONSTRAINT "support_assignments_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_assignments" ADD CONSTRAINT "support_assignments_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_managers" ADD CONSTRAINT "pool_managers_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_managers" ADD CONSTRAINT "pool_managers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rules that must hold whoever writes: see domain.md, "Rules that must hold in the database itself".

-- Half-days in one row of integers, so that ranges of them can be compared and excluded.
CREATE FUNCTION half_days(start_on date, start_part day_part, end_on date, end_part day_part)
RETURNS int4range LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT int4range(
    (start_on - DATE '2000-01-01') * 2 + (start_part = 'pm')::int,
    (end_on - DATE '2000-01-01') * 2 + (end_part = 'pm')::int,
    '[]')
$$;

-- Ends never precede starts.
ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email) AND email <> '');
ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_hours
  CHECK (weekday BETWEEN 1 AND 7 AND starts_at_minute >= 0 AND starts_at_minute < ends_at_minute AND ends_at_minute <= 1440);
ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE support_hours ADD CONSTRAINT support_hours_hours
  CHECK (weekday BETWEEN 1 AND 7 AND starts_at_minute >= 0 AND starts_at_minute < ends_at_minute AND ends_at_minute <= 1440);
ALTER TABLE assistants ADD CONSTRAINT assistants_fte CHECK (fte_percent BETWEEN 1 AND 100);
ALTER TABLE assistants ADD CONSTRAINT assistants_dates CHECK (hired_on IS NULL OR leaves_on IS NULL OR leaves_on >= hired_on);
ALTER TABLE assistant_skills ADD CONSTRAINT assistant_skills_proficiency CHECK (proficiency BETWEEN 1 AND 5);
ALTER TABLE executives ADD CONSTRAINT executives_tier CHECK (tier BETWEEN 1 AND 5);
ALTER TABLE duty_requirements ADD CONSTRAINT duty_requirements_amounts
  CHECK (minutes_per_day BETWEEN 0 AND 1440 AND min_proficiency BETWEEN 1 AND 5);
ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_dates CHECK (to_on IS NULL OR to_on >= from_on);
ALTER TABLE absences ADD CONSTRAINT absences_dates
  CHECK (end_on > start_on OR (end_on = start_on AND end_part >= start_part));
ALTER TABLE coverage_plans ADD CONSTRAINT coverage_plans_dates CHECK (to_on >= from_on);
ALTER TABLE coverage_assignments ADD CONSTRAINT coverage_assignments_dates
  CHECK (end_on > start_on OR (end_on = start_on AND end_part >= start_part));

-- An assistant has one set of hours on a weekday at a time.
ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, weekday WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

-- An assistant's live absences never overlap.
ALTER TABLE absences ADD CONSTRAINT absences_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, half_days(start_on, start_part, end_on, end_part) WITH &&)
  WHERE (status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested'));

-- One primary at a time for an executive; one person is not named twice for the same executive at once.
ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_one_primary
  EXCLUDE USING gist (executive_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (role = 'primary');
ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_named_once
  EXCLUDE USING gist (executive_id WITH =, assistant_id WITH =, daterange(from_on, to_on, '[]') WITH &&);

-- An executive's live covers never overlap.
ALTER TABLE coverage_assignments ADD CONSTRAINT coverage_assignments_no_overlap
  EXCLUDE USING gist (executive_id WITH =, half_days(start_on, start_part, end_on, end_part) WITH &&)
  WHERE (status IN ('offered', 'accepted', 'confirmed', 'active'));

-- A cover is never live inside the cover's own absence, nor on a hard pairing restriction.
-- Both directions take the same lock on the assistant, so that two transactions cannot miss each other.
CREATE FUNCTION check_cover_is_possible() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status NOT IN ('offered', 'accepted', 'confirmed', 'active') THEN RETURN NEW; END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM absences a
    WHERE a.assistant_id = NEW.assistant_id
      AND a.status IN ('approved', 'cancellation_requested')
      AND half_days(a.start_on, a.start_part, a.end_on, a.end_part)
          && half_days(NEW.start_on, NEW.start_part, NEW.end_on, NEW.end_part)
  ) THEN
    RAISE EXCEPTION 'cover is away' USING ERRCODE = '23514', CONSTRAINT = 'coverage_assignments_not_away';
  END IF;
  IF EXISTS (
    SELECT 1 FROM pairing_restrictions r
    WHERE r.assistant_id = NEW.assistant_id AND r.executive_id = NEW.executive_id
      AND r.kind = 'hard' AND r.status IN ('active', 'under_review')
      AND (r.expires_on IS NULL OR r.expires_on >= NEW.start_on)
  ) THEN
    RAISE EXCEPTION 'pairing is restricted' USING ERRCODE = '23514', CONSTRAINT = 'coverage_assignments_not_restricted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coverage_assignments_possible
  BEFORE INSERT OR UPDATE OF status, assistant_id, executive_id, start_on, start_part, end_on, end_part
  ON coverage_assignments FOR EACH ROW EXECUTE FUNCTION check_cover_is_possible();

CREATE FUNCTION check_absence_frees_no_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status NOT IN ('approved', 'cancellation_requested') THEN RETURN NEW; END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.assistant_id = NEW.assistant_id
      AND c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND half_days(c.start_on, c.start_part, c.end_on, c.end_part)
          && half_days(NEW.start_on, NEW.start_part, NEW.end_on, NEW.end_part)
  ) THEN
    RAISE EXCEPTION 'the absent person still covers somebody' USING ERRCODE = '23514', CONSTRAINT = 'absences_covers_released';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absences_free_no_cover
  BEFORE INSERT OR UPDATE OF status, assistant_id, start_on, start_part, end_on, end_part
  ON absences FOR EACH ROW EXECUTE FUNCTION check_absence_frees_no_cover();

CREATE FUNCTION check_restriction_bars_no_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'hard' OR NEW.status NOT IN ('active', 'under_review') THEN RETURN NEW; END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.assistant_id = NEW.assistant_id AND c.executive_id = NEW.executive_id
      AND c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND c.end_on >= CURRENT_DATE
      AND (NEW.expires_on IS NULL OR c.start_on <= NEW.expires_on)
  ) THEN
    RAISE EXCEPTION 'a restricted pairing still covers' USING ERRCODE = '23514', CONSTRAINT = 'pairing_restrictions_covers_released';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pairing_restrictions_bar_no_cover
  BEFORE INSERT OR UPDATE ON pairing_restrictions FOR EACH ROW EXECUTE FUNCTION check_restriction_bars_no_cover();

-- The audit log: numbered and chained under one lock, never updated or deleted.
CREATE SEQUENCE audit_events_seq;
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7270001);
  NEW.seq := nextval('audit_events_seq');
  NEW.prev_hash := coalesce((SELECT hash FROM audit_events ORDER BY seq DESC LIMIT 1), '');
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\x1f', NEW.prev_hash, NEW.seq, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'),
    coalesce(NEW.actor_id::text, ''), NEW.action, NEW.entity_type, NEW.entity_id, NEW.data::text), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER audit_events_chain BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are never changed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

-- Search by name or e-mail, whatever the case.
CREATE INDEX users_name_lower ON users (lower(name), id);

-- What every office starts with.
INSERT INTO leave_types (id, name_en, name_sv, is_reported, sort_order) VALUES
  ('vacation', 'Annual leave', 'Semester', false, 1),
  ('sick', 'Sick', 'Sjuk', true, 2),
  ('childcare', 'Care of a sick child', 'Vård av barn', true, 3),
  ('parental', 'Parental leave', 'Föräldraledighet', false, 4),
  ('training', 'Training', 'Utbildning', false, 5),
  ('other', 'Other leave', 'Annan ledighet', false, 6);

INSERT INTO duties (id, name_en, name_sv, sort_order) VALUES
  ('phones', 'Phones', 'Telefon', 1),
  ('messages', 'Messages', 'Meddelanden', 2),
  ('correspondence', 'Correspondence', 'Korrespondens', 3),
  ('calendar', 'Calendar', 'Kalender', 4),
  ('meetings', 'Meetings', 'Möten', 5),
  ('travel', 'Travel', 'Resor', 6),
  ('expenses', 'Expenses', 'Utlägg', 7),
  ('reception', 'Reception', 'Reception', 8),
  ('research', 'Research', 'Research och underlag', 9),
  ('sales_support', 'Sales support', 'Säljstöd', 10),
  ('prescreening', 'Pre-screening', 'Förhandsurval', 11);
