-- Candidates answer an offer by their link; nobody is hired without an accepted one, nor beyond the places of the requisition. Executives
-- answer to candidates they are asked to read.

-- CreateEnum
CREATE TYPE "job_offer_status" AS ENUM ('sent', 'accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "pack_answer" AS ENUM ('meet', 'talk', 'no');

-- CreateTable
CREATE TABLE "job_offers" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "status" "job_offer_status" NOT NULL DEFAULT 'sent',
    "starts_on" DATE NOT NULL,
    "fte_percent" SMALLINT NOT NULL,
    "place" TEXT NOT NULL,
    "trial_months" SMALLINT NOT NULL DEFAULT 0,
    "pay" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "pay_unit" "pay_unit" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "valid_until" DATE NOT NULL,
    "answered_name" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "job_offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_hires" (
    "application_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "made" JSONB NOT NULL,
    "hired_by_id" UUID NOT NULL,
    "hired_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_hires_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "screening_packs" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "stage" "application_status" NOT NULL,
    "shows_name" BOOLEAN NOT NULL DEFAULT true,
    "questions" TEXT NOT NULL DEFAULT '',
    "answer" "pack_answer",
    "words" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screening_packs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_offers_application_id_idx" ON "job_offers"("application_id");

-- CreateIndex
CREATE INDEX "job_offers_created_by_id_idx" ON "job_offers"("created_by_id");

-- CreateIndex
CREATE INDEX "job_offers_status_valid_until_idx" ON "job_offers"("status", "valid_until");

-- CreateIndex
CREATE UNIQUE INDEX "job_hires_assistant_id_key" ON "job_hires"("assistant_id");

-- CreateIndex
CREATE INDEX "job_hires_hired_by_id_idx" ON "job_hires"("hired_by_id");

-- CreateIndex
CREATE INDEX "job_hires_undone_by_id_idx" ON "job_hires"("undone_by_id");

-- CreateIndex
CREATE INDEX "screening_packs_executive_id_idx" ON "screening_packs"("executive_id");

-- CreateIndex
CREATE INDEX "screening_packs_sent_by_id_idx" ON "screening_packs"("sent_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "screening_packs_application_id_executive_id_key" ON "screening_packs"("application_id", "executive_id");

-- AddForeignKey
ALTER TABLE "job_offers" ADD CONSTRAINT "job_offers_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_offers" ADD CONSTRAINT "job_offers_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_hires" ADD CONSTRAINT "job_hires_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_hires" ADD CONSTRAINT "job_hires_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_hires" ADD CONSTRAINT "job_hires_hired_by_id_fkey" FOREIGN KEY ("hired_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_hires" ADD CONSTRAINT "job_hires_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_packs" ADD CONSTRAINT "screening_packs_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_packs" ADD CONSTRAINT "screening_packs_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screening_packs" ADD CONSTRAINT "screening_packs_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX job_offers_one_live ON job_offers (application_id) WHERE status IN ('sent', 'accepted');
ALTER TABLE job_offers
  ADD CONSTRAINT job_offers_answered CHECK (status NOT IN ('accepted', 'declined') OR answered_at IS NOT NULL),
  ADD CONSTRAINT job_offers_percent CHECK (fte_percent BETWEEN 1 AND 100);
CREATE TRIGGER job_offers_move_on BEFORE UPDATE OF status ON job_offers FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'sent > accepted', 'sent > declined', 'sent > expired', 'sent > withdrawn', 'accepted > withdrawn');
ALTER TABLE job_hires ADD CONSTRAINT job_hires_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL));
ALTER TABLE screening_packs ADD CONSTRAINT screening_packs_answered CHECK ((answer IS NULL) = (answered_at IS NULL));

DROP TRIGGER applications_move_on ON applications;
CREATE TRIGGER applications_move_on BEFORE UPDATE OF status ON applications FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'screening > received', 'pre_screen > received', 'interview > received', 'offered > received',
    'rejected > received', 'received > screening', 'pre_screen > screening', 'interview > screening',
    'offered > screening', 'rejected > screening', 'received > pre_screen', 'screening > pre_screen',
    'interview > pre_screen', 'offered > pre_screen', 'rejected > pre_screen', 'received > interview',
    'screening > interview', 'pre_screen > interview', 'offered > interview', 'rejected > interview',
    'received > offered', 'screening > offered', 'pre_screen > offered', 'interview > offered',
    'rejected > offered', 'offered > hired', 'received > rejected', 'screening > rejected',
    'pre_screen > rejected', 'interview > rejected', 'offered > rejected', 'received > withdrawn',
    'screening > withdrawn', 'pre_screen > withdrawn', 'interview > withdrawn', 'offered > withdrawn',
    'hired > withdrawn');

-- Whom a pool hires has accepted an offer, is an assistant by then, and takes one of the places.
CREATE FUNCTION check_hire() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE most smallint;
BEGIN
  SELECT places INTO most FROM requisitions WHERE id = NEW.requisition_id FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM applications WHERE requisition_id = NEW.requisition_id AND status = 'hired' AND id <> NEW.id) >= most
  THEN RAISE EXCEPTION 'no place is left' USING ERRCODE = '23514', CONSTRAINT = 'applications_hired_within_places'; END IF;
  IF NOT EXISTS (SELECT FROM job_hires WHERE application_id = NEW.id AND undone_at IS NULL)
    OR NOT EXISTS (SELECT FROM job_offers WHERE application_id = NEW.id AND status = 'accepted')
  THEN RAISE EXCEPTION 'nobody is hired without an accepted offer' USING ERRCODE = '23514', CONSTRAINT = 'applications_hired_by_offer'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER applications_hire BEFORE UPDATE OF status ON applications FOR EACH ROW
  WHEN (NEW.status = 'hired' AND OLD.status <> 'hired') EXECUTE FUNCTION check_hire();
