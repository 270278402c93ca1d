-- A session needs a room, food, equipment and the like: each has somebody who sees to it by a day, and "not needed" is an answer.
-- What participants may not eat or need to take part is read by who sees to it, and is gone a month after the session.

-- CreateEnum
CREATE TYPE "arrangement_kind" AS ENUM ('room', 'catering', 'material', 'travel', 'equipment', 'access', 'other');

-- CreateEnum
CREATE TYPE "arrangement_status" AS ENUM ('open', 'done', 'not_needed');

-- CreateTable
CREATE TABLE "arrangements" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" "arrangement_kind" NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "status" "arrangement_status" NOT NULL DEFAULT 'open',
    "is_shown" BOOLEAN NOT NULL DEFAULT false,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "told_owner_at" TIMESTAMPTZ(3),
    "told_managers_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "arrangements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendee_needs" (
    "enrolment_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "attendee_needs_pkey" PRIMARY KEY ("enrolment_id")
);

-- CreateIndex
CREATE INDEX "arrangements_session_id_idx" ON "arrangements"("session_id");

-- CreateIndex
CREATE INDEX "arrangements_owner_id_status_idx" ON "arrangements"("owner_id", "status");

-- CreateIndex
CREATE INDEX "arrangements_settled_by_id_idx" ON "arrangements"("settled_by_id");

-- CreateIndex
CREATE INDEX "arrangements_status_due_on_idx" ON "arrangements"("status", "due_on");

-- AddForeignKey
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee_needs" ADD CONSTRAINT "attendee_needs_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE arrangements
  ADD CONSTRAINT arrangements_settled_check CHECK ((status = 'open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL));
CREATE TRIGGER arrangements_move_on BEFORE UPDATE OF status ON arrangements FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'open > done', 'open > not_needed', 'done > open', 'not_needed > open');
