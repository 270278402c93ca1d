-- A candidate chooses a time by their link, among those in which the whole panel is free; of two who choose one, one gets it.

-- CreateEnum
CREATE TYPE "interview_status" AS ENUM ('offered', 'booked', 'cancelled');

-- CreateTable
CREATE TABLE "interviews" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "criteria" JSONB NOT NULL,
    "status" "interview_status" NOT NULL DEFAULT 'offered',
    "starts_at" TIMESTAMPTZ(3),
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "allows_gaps" BOOLEAN NOT NULL DEFAULT false,
    "times_moved" SMALLINT NOT NULL DEFAULT 0,
    "reminded_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_people" (
    "interview_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "absence_id" UUID,

    CONSTRAINT "interview_people_pkey" PRIMARY KEY ("interview_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "interviews_uid_key" ON "interviews"("uid");

-- CreateIndex
CREATE INDEX "interviews_application_id_idx" ON "interviews"("application_id");

-- CreateIndex
CREATE INDEX "interviews_created_by_id_idx" ON "interviews"("created_by_id");

-- CreateIndex
CREATE INDEX "interviews_status_starts_at_idx" ON "interviews"("status", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "interview_people_absence_id_key" ON "interview_people"("absence_id");

-- CreateIndex
CREATE INDEX "interview_people_user_id_starts_at_idx" ON "interview_people"("user_id", "starts_at");

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_people" ADD CONSTRAINT "interview_people_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_people" ADD CONSTRAINT "interview_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_people" ADD CONSTRAINT "interview_people_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE interviews
  ADD CONSTRAINT interviews_minutes CHECK (minutes BETWEEN 15 AND 240),
  ADD CONSTRAINT interviews_days_in_order CHECK (to_on >= from_on),
  ADD CONSTRAINT interviews_booked_has_time CHECK (status <> 'booked' OR starts_at IS NOT NULL);
CREATE UNIQUE INDEX interviews_one_offered ON interviews (application_id) WHERE status = 'offered';
ALTER TABLE interview_people
  ADD CONSTRAINT interview_people_times CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND ends_at > starts_at),
  ADD CONSTRAINT interview_people_no_overlap
    EXCLUDE USING gist (user_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (starts_at IS NOT NULL);
CREATE TRIGGER interviews_move_on BEFORE UPDATE OF status ON interviews FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'offered > booked', 'offered > cancelled', 'booked > cancelled');

-- Hours away from one's executives for an interview, which its name does not betray.
INSERT INTO leave_types (id, name_en, name_sv, is_reported, sort_order)
VALUES ('other_duty', 'Other duties', 'Annat uppdrag', false, 7) ON CONFLICT DO NOTHING;
