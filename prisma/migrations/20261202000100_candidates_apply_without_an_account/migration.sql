-- Candidates apply, follow and withdraw an application by a private link; what is erased leaves stages and days alone.

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('received', 'screening', 'pre_screen', 'interview', 'offered', 'hired', 'rejected', 'withdrawn');

-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "application_id" UUID,
ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "candidates" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "anonymised_at" TIMESTAMPTZ(3),

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "requisition_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "ad_version_id" UUID NOT NULL,
    "status" "application_status" NOT NULL DEFAULT 'received',
    "via" TEXT NOT NULL DEFAULT '',
    "letter" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL,
    "file_id" UUID,
    "held_why" TEXT,
    "held_until" TIMESTAMPTZ(3),
    "consent_text" TEXT NOT NULL,
    "no_reason" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_steps" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_status" "application_status",
    "to_status" "application_status",
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_links" (
    "token_hash" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "application_drafts" (
    "id" UUID NOT NULL,
    "job_ad_id" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "file_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "candidates_email_key" ON "candidates"("email");

-- CreateIndex
CREATE UNIQUE INDEX "applications_file_id_key" ON "applications"("file_id");

-- CreateIndex
CREATE INDEX "applications_requisition_id_status_idx" ON "applications"("requisition_id", "status");

-- CreateIndex
CREATE INDEX "applications_candidate_id_idx" ON "applications"("candidate_id");

-- CreateIndex
CREATE INDEX "applications_ad_version_id_idx" ON "applications"("ad_version_id");

-- CreateIndex
CREATE INDEX "application_steps_application_id_at_idx" ON "application_steps"("application_id", "at");

-- CreateIndex
CREATE INDEX "application_steps_by_id_idx" ON "application_steps"("by_id");

-- CreateIndex
CREATE INDEX "candidate_links_application_id_idx" ON "candidate_links"("application_id");

-- CreateIndex
CREATE INDEX "application_drafts_job_ad_id_idx" ON "application_drafts"("job_ad_id");

-- CreateIndex
CREATE INDEX "application_drafts_file_id_idx" ON "application_drafts"("file_id");

-- CreateIndex
CREATE INDEX "application_drafts_expires_at_idx" ON "application_drafts"("expires_at");

-- CreateIndex
CREATE INDEX "outgoing_mails_application_id_idx" ON "outgoing_mails"("application_id");

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_requisition_id_fkey" FOREIGN KEY ("requisition_id") REFERENCES "requisitions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_ad_version_id_fkey" FOREIGN KEY ("ad_version_id") REFERENCES "job_ad_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_steps" ADD CONSTRAINT "application_steps_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_steps" ADD CONSTRAINT "application_steps_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_links" ADD CONSTRAINT "candidate_links_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_drafts" ADD CONSTRAINT "application_drafts_job_ad_id_fkey" FOREIGN KEY ("job_ad_id") REFERENCES "job_ads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_drafts" ADD CONSTRAINT "application_drafts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE outgoing_mails ADD CONSTRAINT outgoing_mails_for_one CHECK ((user_id IS NULL) <> (application_id IS NULL));
ALTER TABLE candidates
  ADD CONSTRAINT candidates_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT candidates_erased CHECK (
    CASE WHEN anonymised_at IS NULL THEN name IS NOT NULL AND email IS NOT NULL
    ELSE name IS NULL AND email IS NULL AND phone IS NULL END);
CREATE UNIQUE INDEX applications_one_live ON applications (requisition_id, candidate_id)
  WHERE status NOT IN ('hired', 'rejected', 'withdrawn');
ALTER TABLE applications
  ADD CONSTRAINT applications_ended CHECK ((status IN ('hired', 'rejected', 'withdrawn')) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT applications_held CHECK ((held_why IS NULL) = (held_until IS NULL));
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
    'screening > withdrawn', 'pre_screen > withdrawn', 'interview > withdrawn', 'offered > withdrawn');
CREATE TRIGGER application_steps_stay BEFORE UPDATE ON application_steps FOR EACH ROW EXECUTE FUNCTION refuse_change_of_hiring_record();
