-- Placements are weighed in nine parts.
--
-- Who could support an executive for good is said by a fit in nine parts, each from numbers that a person can work out again. A pool
-- may weigh the parts otherwise; the sum stays 100. Who decided for whom, with the numbers it rested on, is kept for 24 months and
-- never changed; once the assistant is erased, its words may be emptied.

-- CreateEnum
CREATE TYPE "wish" AS ENUM ('gladly', 'rather_not');

-- CreateTable
CREATE TABLE "fit_weights" (
    "pool_id" UUID NOT NULL,
    "duties" SMALLINT NOT NULL,
    "hours" SMALLINT NOT NULL,
    "styles" SMALLINT NOT NULL,
    "wishes" SMALLINT NOT NULL,
    "outcomes" SMALLINT NOT NULL,
    "languages" SMALLINT NOT NULL,
    "place" SMALLINT NOT NULL,
    "experience" SMALLINT NOT NULL,
    "familiarity" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fit_weights_pkey" PRIMARY KEY ("pool_id")
);

-- CreateTable
CREATE TABLE "placement_decisions" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "first_assistant_id" UUID,
    "from_on" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "inputs" JSONB NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placement_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asked_work_styles" (
    "executive_id" UUID NOT NULL,
    "work_style_id" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,

    CONSTRAINT "asked_work_styles_pkey" PRIMARY KEY ("executive_id","work_style_id")
);

-- CreateTable
CREATE TABLE "asked_experience" (
    "executive_id" UUID NOT NULL,
    "years" SMALLINT NOT NULL,

    CONSTRAINT "asked_experience_pkey" PRIMARY KEY ("executive_id")
);

-- CreateTable
CREATE TABLE "held_experience" (
    "assistant_id" UUID NOT NULL,
    "years" SMALLINT NOT NULL,

    CONSTRAINT "held_experience_pkey" PRIMARY KEY ("assistant_id")
);

-- CreateTable
CREATE TABLE "pairing_wishes" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "wish" "wish" NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pairing_wishes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome_ratings" (
    "id" UUID NOT NULL,
    "cover_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "rating" SMALLINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matching_notices" (
    "assistant_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "matching_notices_pkey" PRIMARY KEY ("assistant_id")
);

-- CreateTable
CREATE TABLE "figure_objections" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "figure" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "objected_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "figure_objections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "placement_decisions_executive_id_at_idx" ON "placement_decisions"("executive_id", "at");

-- CreateIndex
CREATE INDEX "placement_decisions_assistant_id_idx" ON "placement_decisions"("assistant_id");

-- CreateIndex
CREATE INDEX "placement_decisions_first_assistant_id_idx" ON "placement_decisions"("first_assistant_id");

-- CreateIndex
CREATE INDEX "placement_decisions_by_id_idx" ON "placement_decisions"("by_id");

-- CreateIndex
CREATE INDEX "asked_work_styles_work_style_id_idx" ON "asked_work_styles"("work_style_id");

-- CreateIndex
CREATE INDEX "pairing_wishes_assistant_id_idx" ON "pairing_wishes"("assistant_id");

-- CreateIndex
CREATE INDEX "pairing_wishes_executive_id_idx" ON "pairing_wishes"("executive_id");

-- CreateIndex
CREATE UNIQUE INDEX "pairing_wishes_author_id_assistant_id_executive_id_key" ON "pairing_wishes"("author_id", "assistant_id", "executive_id");

-- CreateIndex
CREATE INDEX "outcome_ratings_rater_id_idx" ON "outcome_ratings"("rater_id");

-- CreateIndex
CREATE INDEX "outcome_ratings_assistant_id_rated_at_idx" ON "outcome_ratings"("assistant_id", "rated_at");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_ratings_cover_id_rater_id_key" ON "outcome_ratings"("cover_id", "rater_id");

-- CreateIndex
CREATE INDEX "figure_objections_assistant_id_idx" ON "figure_objections"("assistant_id");

-- CreateIndex
CREATE INDEX "figure_objections_answered_by_id_idx" ON "figure_objections"("answered_by_id");

-- AddForeignKey
ALTER TABLE "fit_weights" ADD CONSTRAINT "fit_weights_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_decisions" ADD CONSTRAINT "placement_decisions_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_decisions" ADD CONSTRAINT "placement_decisions_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_decisions" ADD CONSTRAINT "placement_decisions_first_assistant_id_fkey" FOREIGN KEY ("first_assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_decisions" ADD CONSTRAINT "placement_decisions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_work_styles" ADD CONSTRAINT "asked_work_styles_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_work_styles" ADD CONSTRAINT "asked_work_styles_work_style_id_fkey" FOREIGN KEY ("work_style_id") REFERENCES "work_styles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asked_experience" ADD CONSTRAINT "asked_experience_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_experience" ADD CONSTRAINT "held_experience_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_wishes" ADD CONSTRAINT "pairing_wishes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_wishes" ADD CONSTRAINT "pairing_wishes_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_wishes" ADD CONSTRAINT "pairing_wishes_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_ratings" ADD CONSTRAINT "outcome_ratings_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "coverage_assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_ratings" ADD CONSTRAINT "outcome_ratings_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_ratings" ADD CONSTRAINT "outcome_ratings_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matching_notices" ADD CONSTRAINT "matching_notices_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_objections" ADD CONSTRAINT "figure_objections_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure_objections" ADD CONSTRAINT "figure_objections_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE fit_weights
  ADD CONSTRAINT fit_weights_sum_check CHECK (
    duties + hours + styles + wishes + outcomes + languages + place + experience + familiarity = 100),
  ADD CONSTRAINT fit_weights_range_check CHECK (
    duties BETWEEN 0 AND 60 AND hours BETWEEN 0 AND 60 AND styles BETWEEN 0 AND 60 AND wishes BETWEEN 0 AND 60
    AND outcomes BETWEEN 0 AND 60 AND languages BETWEEN 0 AND 60 AND place BETWEEN 0 AND 60
    AND experience BETWEEN 0 AND 60 AND familiarity BETWEEN 0 AND 60);
ALTER TABLE placement_decisions ADD CONSTRAINT placement_decisions_reason_check
  CHECK (reason <> '' OR assistant_id IS NOT DISTINCT FROM first_assistant_id);
ALTER TABLE asked_work_styles ADD CONSTRAINT asked_work_styles_level_check CHECK (level BETWEEN 1 AND 5);
ALTER TABLE asked_experience ADD CONSTRAINT asked_experience_years_check CHECK (years BETWEEN 1 AND 40);
ALTER TABLE held_experience ADD CONSTRAINT held_experience_years_check CHECK (years BETWEEN 0 AND 60);
ALTER TABLE outcome_ratings ADD CONSTRAINT outcome_ratings_rating_check CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE matching_notices ADD CONSTRAINT matching_notices_order_check CHECK (acknowledged_at >= told_at);
ALTER TABLE figure_objections ADD CONSTRAINT figure_objections_answer_check CHECK (
  (answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL OR answer <> ''));
CREATE UNIQUE INDEX figure_objections_one_open ON figure_objections (assistant_id, figure) WHERE answered_at IS NULL;

CREATE FUNCTION check_asked_work_styles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM executives WHERE id = NEW.executive_id FOR UPDATE;
  IF (SELECT count(*) FROM asked_work_styles WHERE executive_id = NEW.executive_id) > 6 THEN
    RAISE EXCEPTION 'an executive asks for six work styles at most' USING ERRCODE = '23514', CONSTRAINT = 'asked_work_styles_six';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER asked_work_styles_six AFTER INSERT OR UPDATE ON asked_work_styles
  FOR EACH ROW EXECUTE FUNCTION check_asked_work_styles();

CREATE FUNCTION keep_placement_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '24 months' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) || '{"reason": "–"}' AND EXISTS (
    SELECT FROM assistants s JOIN users u ON u.id = s.user_id
    WHERE s.id = OLD.assistant_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a placement decision is never changed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER placement_decisions_append_only BEFORE UPDATE OR DELETE ON placement_decisions
  FOR EACH ROW EXECUTE FUNCTION keep_placement_decision();
