-- Whoever covers a desk must know how its executive likes to be supported, what recurs there and what is open; access that
-- was given for a cover must be seen to end with it.

-- CreateEnum
CREATE TYPE "profile_category" AS ENUM ('calendar', 'meetings', 'travel', 'correspondence', 'phones', 'expenses', 'people', 'preferences', 'access', 'other');

-- CreateEnum
CREATE TYPE "access_kind" AS ENUM ('mailbox', 'calendar', 'card', 'phone', 'files', 'other');

-- CreateEnum
CREATE TYPE "handover_status" AS ENUM ('draft', 'ready', 'acknowledged', 'active', 'handed_back', 'closed');

-- CreateEnum
CREATE TYPE "handover_item_kind" AS ENUM ('request', 'recurring', 'date', 'watch', 'note', 'happened', 'changed');

-- CreateTable
CREATE TABLE "executive_profile_sections" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "category" "profile_category" NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "open_to_managers" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "executive_profile_sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurring_duties" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "duty_id" TEXT,
    "text" TEXT NOT NULL,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "month_day" INTEGER,
    "minute" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recurring_duties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dates_to_know" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dates_to_know_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_template_items" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "kind" "access_kind" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,

    CONSTRAINT "access_template_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "owner_id" UUID,
    "cover_id" UUID,
    "from_on" DATE NOT NULL,
    "from_part" "day_part" NOT NULL,
    "to_on" DATE NOT NULL,
    "to_part" "day_part" NOT NULL,
    "status" "handover_status" NOT NULL DEFAULT 'draft',
    "wrote_itself" BOOLEAN NOT NULL DEFAULT false,
    "previous_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "grant_alarm_at" TIMESTAMPTZ(3),
    "withdraw_alarm_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_items" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "kind" "handover_item_kind" NOT NULL,
    "source_id" UUID,
    "text" TEXT NOT NULL,
    "on" DATE,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "month_day" INTEGER,
    "minute" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "edited_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_questions" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_checklist_items" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "kind" "access_kind" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "granted_at" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "access_checklist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_steps" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "status" "handover_status" NOT NULL,
    "cover_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "executive_profile_sections_executive_id_category_idx" ON "executive_profile_sections"("executive_id", "category");

-- CreateIndex
CREATE INDEX "executive_profile_sections_changed_by_id_idx" ON "executive_profile_sections"("changed_by_id");

-- CreateIndex
CREATE INDEX "recurring_duties_executive_id_idx" ON "recurring_duties"("executive_id");

-- CreateIndex
CREATE INDEX "recurring_duties_duty_id_idx" ON "recurring_duties"("duty_id");

-- CreateIndex
CREATE INDEX "dates_to_know_executive_id_on_idx" ON "dates_to_know"("executive_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "access_template_items_executive_id_kind_label_key" ON "access_template_items"("executive_id", "kind", "label");

-- CreateIndex
CREATE UNIQUE INDEX "handovers_previous_id_key" ON "handovers"("previous_id");

-- CreateIndex
CREATE INDEX "handovers_executive_id_from_on_idx" ON "handovers"("executive_id", "from_on");

-- CreateIndex
CREATE INDEX "handovers_cover_id_status_from_on_idx" ON "handovers"("cover_id", "status", "from_on");

-- CreateIndex
CREATE INDEX "handovers_owner_id_status_from_on_idx" ON "handovers"("owner_id", "status", "from_on");

-- CreateIndex
CREATE INDEX "handovers_status_from_on_idx" ON "handovers"("status", "from_on");

-- CreateIndex
CREATE INDEX "handover_items_handover_id_kind_position_idx" ON "handover_items"("handover_id", "kind", "position");

-- CreateIndex
CREATE INDEX "handover_items_created_by_id_idx" ON "handover_items"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_items_handover_id_source_id_key" ON "handover_items"("handover_id", "source_id");

-- CreateIndex
CREATE INDEX "handover_questions_handover_id_asked_at_idx" ON "handover_questions"("handover_id", "asked_at");

-- CreateIndex
CREATE INDEX "handover_questions_asked_by_id_idx" ON "handover_questions"("asked_by_id");

-- CreateIndex
CREATE INDEX "handover_questions_answered_by_id_idx" ON "handover_questions"("answered_by_id");

-- CreateIndex
CREATE INDEX "access_checklist_items_granted_by_id_idx" ON "access_checklist_items"("granted_by_id");

-- CreateIndex
CREATE INDEX "access_checklist_items_withdrawn_by_id_idx" ON "access_checklist_items"("withdrawn_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_checklist_items_handover_id_kind_label_key" ON "access_checklist_items"("handover_id", "kind", "label");

-- CreateIndex
CREATE INDEX "handover_steps_handover_id_at_idx" ON "handover_steps"("handover_id", "at");

-- CreateIndex
CREATE INDEX "handover_steps_cover_id_idx" ON "handover_steps"("cover_id");

-- CreateIndex
CREATE INDEX "handover_steps_by_id_idx" ON "handover_steps"("by_id");

-- AddForeignKey
ALTER TABLE "executive_profile_sections" ADD CONSTRAINT "executive_profile_sections_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "executive_profile_sections" ADD CONSTRAINT "executive_profile_sections_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_duties" ADD CONSTRAINT "recurring_duties_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_duties" ADD CONSTRAINT "recurring_duties_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dates_to_know" ADD CONSTRAINT "dates_to_know_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_template_items" ADD CONSTRAINT "access_template_items_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "handovers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_items" ADD CONSTRAINT "handover_items_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handovers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_items" ADD CONSTRAINT "handover_items_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_questions" ADD CONSTRAINT "handover_questions_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handovers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_questions" ADD CONSTRAINT "handover_questions_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_questions" ADD CONSTRAINT "handover_questions_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_checklist_items" ADD CONSTRAINT "access_checklist_items_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handovers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_checklist_items" ADD CONSTRAINT "access_checklist_items_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_checklist_items" ADD CONSTRAINT "access_checklist_items_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handovers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A recurring duty is either weekly or monthly, never both and never neither.
ALTER TABLE recurring_duties ADD CONSTRAINT recurring_duties_when CHECK (
  (month_day IS NULL) <> (cardinality(weekdays) = 0)
  AND (month_day IS NULL OR month_day BETWEEN 1 AND 31)
  AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]
  AND (minute IS NULL OR minute BETWEEN 0 AND 1439));

-- A confidential section is the executive's to open to managers; an ordinary one is open to them anyway.
ALTER TABLE executive_profile_sections ADD CONSTRAINT executive_profile_sections_open CHECK (confidential OR NOT open_to_managers);

-- Only somebody can have read a handover, be at the desk or hand it back.
ALTER TABLE handovers ADD CONSTRAINT handovers_span CHECK ((from_on, from_part) <= (to_on, to_part));
ALTER TABLE handovers ADD CONSTRAINT handovers_read_by_cover CHECK (
  status NOT IN ('acknowledged', 'active', 'handed_back') OR (cover_id IS NOT NULL AND acknowledged_at IS NOT NULL));
ALTER TABLE handovers ADD CONSTRAINT handovers_not_to_oneself CHECK (cover_id IS DISTINCT FROM owner_id OR cover_id IS NULL);
ALTER TABLE handovers ADD CONSTRAINT handovers_not_after_itself CHECK (previous_id IS DISTINCT FROM id);

-- One open handover for a cover, an executive and a stretch.
ALTER TABLE handovers ADD CONSTRAINT handovers_one_a_stretch
  EXCLUDE USING gist (executive_id WITH =, cover_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
  WHERE (status <> 'closed' AND cover_id IS NOT NULL);

-- What comes from a record has no author until somebody writes it; what the cover and the assistant write always has one.
ALTER TABLE handover_items ADD CONSTRAINT handover_items_source CHECK (
  (source_id IS NOT NULL AND kind IN ('request', 'recurring', 'date'))
  OR (source_id IS NULL AND created_by_id IS NOT NULL AND dismissed_at IS NULL));

ALTER TABLE handover_questions ADD CONSTRAINT handover_questions_answered CHECK (
  (answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answer = ''));

-- Access is withdrawn after it was granted, and each by somebody.
ALTER TABLE access_checklist_items ADD CONSTRAINT access_checklist_items_ticks CHECK (
  (granted_at IS NULL) = (granted_by_id IS NULL)
  AND (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)
  AND (withdrawn_at IS NULL OR (granted_at IS NOT NULL AND withdrawn_at >= granted_at)));

CREATE FUNCTION check_handover_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = OLD.status OR (OLD.status, NEW.status) IN (
    ('draft', 'ready'), ('draft', 'closed'),
    ('ready', 'acknowledged'), ('ready', 'closed'),
    ('acknowledged', 'active'), ('acknowledged', 'ready'), ('acknowledged', 'closed'),
    ('active', 'handed_back'), ('active', 'ready'),
    ('handed_back', 'closed')
  ) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a handover does not go from % to %', OLD.status, NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'handovers_move_on';
END $$;
CREATE TRIGGER handovers_move_on BEFORE UPDATE OF status ON handovers FOR EACH ROW EXECUTE FUNCTION check_handover_moves_on();
