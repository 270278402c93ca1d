-- Shifts are drafted and published.
--
-- The manager plans who works when, and in which role. A draft is a row of its own; publishing it moves its values onto the
-- published row, whose id, history and calendar entry stay. Only what a person decided is stored: that an approved absence calls
-- a shift off is worked out. How many people a role needs stands beside it, and what each publication told whom.

-- CreateEnum
CREATE TYPE "shift_status" AS ENUM ('draft', 'published', 'removed');

-- CreateTable
CREATE TABLE "work_roles" (
    "id" UUID NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "duty_id" TEXT,
    "min_proficiency" SMALLINT NOT NULL DEFAULT 1,
    "is_with_executives" BOOLEAN NOT NULL DEFAULT false,
    "is_unloved" BOOLEAN NOT NULL DEFAULT false,
    "sort_order" INTEGER NOT NULL DEFAULT 1000,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_demands" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "weekday" SMALLINT,
    "on" DATE,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "headcount" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '2000-01-01'::date,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_demands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_templates" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "work" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shift_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_policies" (
    "pool_id" UUID NOT NULL,
    "rest_minutes" INTEGER NOT NULL DEFAULT 660,
    "day_span_minutes" INTEGER NOT NULL DEFAULT 780,
    "day_minutes" INTEGER NOT NULL DEFAULT 600,
    "week_minutes" INTEGER NOT NULL DEFAULT 2880,
    "over_contract_minutes" INTEGER NOT NULL DEFAULT 120,
    "days_in_row" INTEGER NOT NULL DEFAULT 6,
    "weekly_rest_minutes" INTEGER NOT NULL DEFAULT 2160,
    "break_after_minutes" INTEGER NOT NULL DEFAULT 300,
    "break_minutes" INTEGER NOT NULL DEFAULT 30,
    "notice_days" INTEGER NOT NULL DEFAULT 14,
    "replaces_pattern" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "schedule_policies_pkey" PRIMARY KEY ("pool_id")
);

-- CreateTable
CREATE TABLE "shifts" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "assistant_id" UUID,
    "on_day" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "break_start_minute" INTEGER NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "status" "shift_status" NOT NULL DEFAULT 'draft',
    "supersedes_id" UUID,
    "is_removal" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_work" (
    "shift_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "shift_work_pkey" PRIMARY KEY ("shift_id","start_minute")
);

-- CreateTable
CREATE TABLE "shift_overrides" (
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "assistant_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shift_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_weeks" (
    "pool_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "schedule_weeks_pkey" PRIMARY KEY ("pool_id","week")
);

-- CreateTable
CREATE TABLE "schedule_publications" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "schedule_publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_receipts" (
    "publication_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "first_day" DATE NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_receipts_pkey" PRIMARY KEY ("publication_id","assistant_id")
);

-- CreateIndex
CREATE INDEX "work_roles_duty_id_idx" ON "work_roles"("duty_id");

-- CreateIndex
CREATE INDEX "role_demands_pool_id_valid_from_idx" ON "role_demands"("pool_id", "valid_from");

-- CreateIndex
CREATE INDEX "role_demands_role_id_idx" ON "role_demands"("role_id");

-- CreateIndex
CREATE UNIQUE INDEX "shift_templates_pool_id_name_key" ON "shift_templates"("pool_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "shifts_supersedes_id_key" ON "shifts"("supersedes_id");

-- CreateIndex
CREATE INDEX "shifts_pool_id_on_day_idx" ON "shifts"("pool_id", "on_day");

-- CreateIndex
CREATE INDEX "shifts_assistant_id_on_day_idx" ON "shifts"("assistant_id", "on_day");

-- CreateIndex
CREATE INDEX "shifts_created_by_id_idx" ON "shifts"("created_by_id");

-- CreateIndex
CREATE INDEX "shift_work_role_id_idx" ON "shift_work"("role_id");

-- CreateIndex
CREATE INDEX "shift_overrides_shift_id_idx" ON "shift_overrides"("shift_id");

-- CreateIndex
CREATE INDEX "shift_overrides_assistant_id_on_day_idx" ON "shift_overrides"("assistant_id", "on_day");

-- CreateIndex
CREATE INDEX "shift_overrides_by_id_idx" ON "shift_overrides"("by_id");

-- CreateIndex
CREATE INDEX "schedule_publications_by_id_idx" ON "schedule_publications"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_publications_pool_id_week_number_key" ON "schedule_publications"("pool_id", "week", "number");

-- CreateIndex
CREATE INDEX "publication_receipts_assistant_id_acknowledged_at_idx" ON "publication_receipts"("assistant_id", "acknowledged_at");

-- AddForeignKey
ALTER TABLE "work_roles" ADD CONSTRAINT "work_roles_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_demands" ADD CONSTRAINT "role_demands_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_demands" ADD CONSTRAINT "role_demands_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "work_roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_templates" ADD CONSTRAINT "shift_templates_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_policies" ADD CONSTRAINT "schedule_policies_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_work" ADD CONSTRAINT "shift_work_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_work" ADD CONSTRAINT "shift_work_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "work_roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_overrides" ADD CONSTRAINT "shift_overrides_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_overrides" ADD CONSTRAINT "shift_overrides_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_overrides" ADD CONSTRAINT "shift_overrides_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_weeks" ADD CONSTRAINT "schedule_weeks_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_publications" ADD CONSTRAINT "schedule_publications_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_publications" ADD CONSTRAINT "schedule_publications_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_receipts" ADD CONSTRAINT "publication_receipts_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "schedule_publications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_receipts" ADD CONSTRAINT "publication_receipts_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hours lie within a day, breaks within hours, and a quarter of an hour is the least step.
ALTER TABLE shifts ADD CONSTRAINT shifts_hours CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE shifts ADD CONSTRAINT shifts_break CHECK (
  break_minutes >= 0 AND break_minutes < end_minute - start_minute
  AND (break_minutes = 0 OR (break_start_minute >= start_minute AND break_start_minute + break_minutes <= end_minute)));
ALTER TABLE shifts ADD CONSTRAINT shifts_draft_changes CHECK (
  (supersedes_id IS NULL OR status = 'draft') AND (NOT is_removal OR supersedes_id IS NOT NULL) AND supersedes_id <> id);
ALTER TABLE shift_work ADD CONSTRAINT shift_work_hours CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE shift_templates ADD CONSTRAINT shift_templates_hours CHECK (
  0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440
  AND break_minutes >= 0 AND break_minutes < end_minute - start_minute);
ALTER TABLE role_demands ADD CONSTRAINT role_demands_window CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE role_demands ADD CONSTRAINT role_demands_headcount CHECK (headcount >= 0);
ALTER TABLE role_demands ADD CONSTRAINT role_demands_day CHECK (num_nonnulls(weekday, "on") = 1 AND weekday BETWEEN 1 AND 7);
ALTER TABLE role_demands ADD CONSTRAINT role_demands_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE work_roles ADD CONSTRAINT work_roles_proficiency CHECK (min_proficiency BETWEEN 1 AND 5);
ALTER TABLE schedule_weeks ADD CONSTRAINT schedule_weeks_week CHECK (week ~ '^20\d{2}-W\d{2}$');
ALTER TABLE schedule_publications ADD CONSTRAINT schedule_publications_week CHECK (week ~ '^20\d{2}-W\d{2}$' AND number > 0);
ALTER TABLE schedule_policies ADD CONSTRAINT schedule_policies_limits CHECK (
  rest_minutes BETWEEN 0 AND 1440 AND day_span_minutes BETWEEN 60 AND 1440 AND day_minutes BETWEEN 60 AND 1440
  AND week_minutes BETWEEN 60 AND 10080 AND over_contract_minutes BETWEEN 0 AND 10080 AND days_in_row BETWEEN 1 AND 31
  AND weekly_rest_minutes BETWEEN 0 AND 10080 AND break_after_minutes BETWEEN 60 AND 1440
  AND break_minutes BETWEEN 0 AND 240 AND notice_days BETWEEN 0 AND 90);

-- Published shifts of one person never overlap; a swap exchanges two and is looked at when both have moved.
CREATE FUNCTION shift_minutes(on_day date, start_minute int, end_minute int) RETURNS int8range LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT int8range((on_day - DATE '2000-01-01')::bigint * 1440 + start_minute, (on_day - DATE '2000-01-01')::bigint * 1440 + end_minute)
$$;
ALTER TABLE shifts ADD CONSTRAINT shifts_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, shift_minutes(on_day, start_minute, end_minute) WITH &&)
  WHERE (status = 'published' AND assistant_id IS NOT NULL) DEFERRABLE INITIALLY IMMEDIATE;

-- A draft is published, what is published is taken away; nothing becomes a draft again.
CREATE TRIGGER shifts_move_on BEFORE UPDATE OF status ON shifts FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move('draft > published', 'published > removed');

-- A draft changes a shift that is published in its own pool.
CREATE FUNCTION check_draft_supersedes_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM shifts s WHERE s.id = NEW.supersedes_id AND s.status = 'published' AND s.pool_id = NEW.pool_id) THEN
    RAISE EXCEPTION 'a draft changes a published shift of its pool' USING ERRCODE = '23514', CONSTRAINT = 'shifts_draft_changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shifts_supersede_published BEFORE INSERT OR UPDATE OF supersedes_id ON shifts FOR EACH ROW
  WHEN (NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION check_draft_supersedes_published();

-- The numbers of a week's publications rise one by one.
CREATE FUNCTION check_publication_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM schedule_publications p WHERE p.pool_id = NEW.pool_id AND p.week = NEW.week), 0) THEN
    RAISE EXCEPTION 'publications are numbered one after the other' USING ERRCODE = '23514', CONSTRAINT = 'schedule_publications_number';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER schedule_publications_number BEFORE INSERT ON schedule_publications FOR EACH ROW EXECUTE FUNCTION check_publication_number();

-- Whom a publication told is settled when it is made; only reading it comes later, and once.
CREATE FUNCTION check_receipt_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.publication_id, NEW.assistant_id, NEW.changes, NEW.first_day) IS DISTINCT FROM (OLD.publication_id, OLD.assistant_id, OLD.changes, OLD.first_day)
    OR (OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at) THEN
    RAISE EXCEPTION 'a receipt is not rewritten' USING ERRCODE = '23514', CONSTRAINT = 'publication_receipts_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_receipts_kept BEFORE UPDATE ON publication_receipts FOR EACH ROW EXECUTE FUNCTION check_receipt_is_kept();

-- What is published is lawful: within the person's employment and outside their approved absences; and where it breaks a rule
-- of the pool a reason says why, given for this person, day and hours. Looked at when the transaction ends, for what it
-- published or changed; a rule that is altered later changes nothing that is published.
CREATE FUNCTION check_shift_is_lawful() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shift shifts%ROWTYPE;
  person assistants%ROWTYPE;
  policy schedule_policies%ROWTYPE;
  zone text;
  monday date;
  broken text[] := '{}';
  missing text;
BEGIN
  SELECT * INTO shift FROM shifts WHERE id = NEW.id;
  IF NOT FOUND OR shift.status <> 'published' OR shift.assistant_id IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO person FROM assistants WHERE id = shift.assistant_id FOR NO KEY UPDATE;
  IF person.pool_id <> shift.pool_id OR shift.on_day < person.hired_on OR shift.on_day > person.leaves_on THEN
    RAISE EXCEPTION 'a shift lies within employment in its pool' USING ERRCODE = '23514', CONSTRAINT = 'shifts_within_employment';
  END IF;
  IF EXISTS (SELECT 1 FROM absences a WHERE a.assistant_id = shift.assistant_id AND a.status IN ('approved', 'cancellation_requested')
    AND a.start_on <= shift.on_day AND a.end_on >= shift.on_day
    AND minutes_away(a.start_on, a.start_part, a.end_on, a.end_part, a.start_minute, a.end_minute)
      && shift_minutes(shift.on_day, shift.start_minute, shift.end_minute)) THEN
    RAISE EXCEPTION 'the person is away then' USING ERRCODE = '23514', CONSTRAINT = 'shifts_not_away';
  END IF;
  SELECT * INTO policy FROM schedule_policies WHERE pool_id = shift.pool_id;
  IF NOT FOUND THEN
    policy.rest_minutes := 660; policy.day_span_minutes := 780; policy.day_minutes := 600; policy.week_minutes := 2880;
    policy.break_after_minutes := 300; policy.break_minutes := 30;
  END IF;
  SELECT time_zone INTO zone FROM pools WHERE id = shift.pool_id;
  monday := date_trunc('week', shift.on_day)::date;

  IF (CASE WHEN shift.break_minutes >= policy.break_minutes AND shift.break_minutes > 0
      THEN greatest(shift.break_start_minute - shift.start_minute, shift.end_minute - shift.break_start_minute - shift.break_minutes)
      ELSE shift.end_minute - shift.start_minute END) > policy.break_after_minutes THEN
    broken := broken || 'break'::text;
  END IF;
  IF EXISTS (SELECT 1 FROM shift_work w JOIN work_roles r ON r.id = w.role_id WHERE w.shift_id = shift.id AND r.duty_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM assistant_skills k WHERE k.assistant_id = shift.assistant_id AND k.duty_id = r.duty_id AND k.proficiency >= r.min_proficiency)) THEN
    broken := broken || 'skill'::text;
  END IF;
  IF (SELECT max(s.end_minute) - min(s.start_minute) FROM shifts s
    WHERE s.assistant_id = shift.assistant_id AND s.on_day = shift.on_day AND s.status = 'published') > policy.day_span_minutes THEN
    broken := broken || 'day_span'::text;
  END IF;
  IF (SELECT sum(s.end_minute - s.start_minute - s.break_minutes) FROM shifts s
    WHERE s.assistant_id = shift.assistant_id AND s.on_day = shift.on_day AND s.status = 'published') > policy.day_minutes THEN
    broken := broken || 'day_hours'::text;
  END IF;
  IF (SELECT sum(s.end_minute - s.start_minute - s.break_minutes) FROM shifts s
    WHERE s.assistant_id = shift.assistant_id AND s.on_day BETWEEN monday AND monday + 6 AND s.status = 'published'
      AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.assistant_id = s.assistant_id AND a.status IN ('approved', 'cancellation_requested')
        AND a.start_on <= s.on_day AND a.end_on >= s.on_day
        AND minutes_away(a.start_on, a.start_part, a.end_on, a.end_part, a.start_minute, a.end_minute)
          && shift_minutes(s.on_day, s.start_minute, s.end_minute))) > policy.week_minutes THEN
    broken := broken || 'week_hours'::text;
  END IF;
  IF EXISTS (SELECT 1 FROM shifts s WHERE s.assistant_id = shift.assistant_id AND s.status = 'published'
    AND s.on_day BETWEEN shift.on_day - 2 AND shift.on_day + 2 AND s.on_day <> shift.on_day
    AND CASE WHEN s.on_day < shift.on_day
      THEN (shift.on_day + make_interval(mins => (SELECT min(d.start_minute) FROM shifts d WHERE d.assistant_id = shift.assistant_id AND d.on_day = shift.on_day AND d.status = 'published'))) AT TIME ZONE zone
        - (s.on_day + make_interval(mins => s.end_minute)) AT TIME ZONE zone
      ELSE (s.on_day + make_interval(mins => s.start_minute)) AT TIME ZONE zone
        - (shift.on_day + make_interval(mins => (SELECT max(d.end_minute) FROM shifts d WHERE d.assistant_id = shift.assistant_id AND d.on_day = shift.on_day AND d.status = 'published'))) AT TIME ZONE zone
      END < make_interval(mins => policy.rest_minutes)) THEN
    broken := broken || 'rest'::text;
  END IF;

  SELECT rule INTO missing FROM unnest(broken) AS rule WHERE NOT EXISTS (
    SELECT 1 FROM shift_overrides o JOIN shifts s ON s.id = o.shift_id
    WHERE o.rule = rule.rule AND o.assistant_id = shift.assistant_id AND s.status = 'published'
      AND (o.on_day, o.start_minute, o.end_minute, o.assistant_id) = (s.on_day, s.start_minute, s.end_minute, s.assistant_id)
      AND CASE WHEN o.rule IN ('break', 'skill') THEN o.shift_id = shift.id
        WHEN o.rule IN ('day_span', 'day_hours') THEN o.on_day = shift.on_day
        WHEN o.rule = 'rest' THEN o.on_day BETWEEN shift.on_day - 2 AND shift.on_day + 2
        ELSE o.on_day BETWEEN monday AND monday + 6 END) LIMIT 1;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'a shift breaks a rule without a reason: %', missing USING ERRCODE = '23514', CONSTRAINT = 'shifts_overridden';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shifts_lawful_when_made AFTER INSERT ON shifts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'published') EXECUTE FUNCTION check_shift_is_lawful();
CREATE CONSTRAINT TRIGGER shifts_lawful_when_changed AFTER UPDATE ON shifts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'published')
  EXECUTE FUNCTION check_shift_is_lawful();

-- When people work decides who serves whom; drafts decide nothing.
DO $$
BEGIN
  EXECUTE format('CREATE TRIGGER shifts_note_new AFTER INSERT ON shifts REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%L, %L, %L)', 'assistant', 'assistant_id', 'status = ''published'' AND assistant_id IS NOT NULL');
  EXECUTE format('CREATE TRIGGER shifts_note_changed AFTER UPDATE ON shifts REFERENCING NEW TABLE AS after OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%L, %L, %L)', 'assistant', 'assistant_id', 'status = ''published'' AND assistant_id IS NOT NULL');
  EXECUTE format('CREATE TRIGGER shifts_note_gone AFTER DELETE ON shifts REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%L, %L, %L)', 'assistant', 'assistant_id', 'status = ''published'' AND assistant_id IS NOT NULL');
END $$;
CREATE TRIGGER shifts_note_emptied AFTER TRUNCATE ON shifts FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();
CREATE TRIGGER work_roles_note_changed AFTER UPDATE OF is_with_executives ON work_roles FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();
CREATE TRIGGER schedule_policies_note_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON schedule_policies
  FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();
