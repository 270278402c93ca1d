-- Published shifts are exchanged and given away.
--
-- A person asks colleagues to take a shift or to exchange it for theirs, or offers to take an open one; a manager approves. Until
-- then the shift is its owner's. A shift is in one live request, whether it is given or asked for in exchange; its row makes two
-- who ask at once wait for each other. A request keeps the versions of the shifts it was asked about, so that a change of either
-- ends it.

-- CreateEnum
CREATE TYPE "shift_request_kind" AS ENUM ('swap', 'drop', 'take');

-- CreateEnum
CREATE TYPE "shift_request_status" AS ENUM ('pending_acceptance', 'pending_approval', 'approved', 'denied', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "shift_request_answer_kind" AS ENUM ('asked', 'accepted', 'declined');

-- AlterTable
ALTER TABLE "schedule_policies" ADD COLUMN     "first_taker" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "shift_requests" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "kind" "shift_request_kind" NOT NULL,
    "shift_id" UUID NOT NULL,
    "shift_version" INTEGER NOT NULL,
    "with_shift_id" UUID,
    "with_shift_version" INTEGER,
    "owner_id" UUID,
    "taker_id" UUID,
    "status" "shift_request_status" NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shift_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_request_answers" (
    "request_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "answer" "shift_request_answer_kind" NOT NULL DEFAULT 'asked',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_request_answers_pkey" PRIMARY KEY ("request_id","assistant_id")
);

-- CreateIndex
CREATE INDEX "shift_requests_pool_id_status_idx" ON "shift_requests"("pool_id", "status");

-- CreateIndex
CREATE INDEX "shift_requests_shift_id_idx" ON "shift_requests"("shift_id");

-- CreateIndex
CREATE INDEX "shift_requests_with_shift_id_idx" ON "shift_requests"("with_shift_id");

-- CreateIndex
CREATE INDEX "shift_requests_owner_id_idx" ON "shift_requests"("owner_id");

-- CreateIndex
CREATE INDEX "shift_requests_taker_id_idx" ON "shift_requests"("taker_id");

-- CreateIndex
CREATE INDEX "shift_requests_asked_by_id_idx" ON "shift_requests"("asked_by_id");

-- CreateIndex
CREATE INDEX "shift_requests_ended_by_id_idx" ON "shift_requests"("ended_by_id");

-- CreateIndex
CREATE INDEX "shift_request_answers_assistant_id_answer_idx" ON "shift_request_answers"("assistant_id", "answer");

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_with_shift_id_fkey" FOREIGN KEY ("with_shift_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_taker_id_fkey" FOREIGN KEY ("taker_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_requests" ADD CONSTRAINT "shift_requests_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_request_answers" ADD CONSTRAINT "shift_request_answers_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "shift_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_request_answers" ADD CONSTRAINT "shift_request_answers_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE shift_requests ADD CONSTRAINT shift_requests_exchange CHECK (
  (kind = 'swap') = (with_shift_id IS NOT NULL) AND (with_shift_id IS NULL) = (with_shift_version IS NULL) AND with_shift_id <> shift_id);
ALTER TABLE shift_requests ADD CONSTRAINT shift_requests_people CHECK (
  (kind = 'take') = (owner_id IS NULL) AND owner_id <> taker_id
  AND (taker_id IS NOT NULL OR status NOT IN ('pending_approval', 'approved') OR (kind = 'take' AND status = 'pending_approval')));
ALTER TABLE shift_requests ADD CONSTRAINT shift_requests_end CHECK (
  (ended_at IS NOT NULL) = (status NOT IN ('pending_acceptance', 'pending_approval')));
ALTER TABLE shift_request_answers ADD CONSTRAINT shift_request_answers_answered CHECK ((answered_at IS NOT NULL) = (answer <> 'asked'));

CREATE TRIGGER shift_requests_move_on BEFORE UPDATE OF status ON shift_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'pending_acceptance > pending_approval', 'pending_acceptance > denied', 'pending_acceptance > cancelled',
    'pending_acceptance > expired', 'pending_approval > approved', 'pending_approval > denied',
    'pending_approval > cancelled', 'pending_approval > expired');

-- A shift is in one live request: given, or asked for in exchange.
CREATE UNIQUE INDEX shift_requests_one_live ON shift_requests (shift_id)
  WHERE status IN ('pending_acceptance', 'pending_approval');
CREATE UNIQUE INDEX shift_requests_one_live_exchange ON shift_requests (with_shift_id)
  WHERE status IN ('pending_acceptance', 'pending_approval');
CREATE FUNCTION check_shift_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked uuid[] := array_remove(ARRAY[NEW.shift_id, NEW.with_shift_id], NULL);
BEGIN
  PERFORM 1 FROM shifts s WHERE s.id = ANY (asked) ORDER BY s.id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM unnest(asked) AS one (id) LEFT JOIN shifts s ON s.id = one.id
    WHERE s.status <> 'published' OR s.pool_id <> NEW.pool_id
      OR s.assistant_id IS DISTINCT FROM CASE WHEN one.id = NEW.shift_id THEN NEW.owner_id ELSE s.assistant_id END
      OR (one.id = NEW.with_shift_id AND (s.assistant_id IS NULL OR s.assistant_id = NEW.owner_id))) THEN
    RAISE EXCEPTION 'published shifts of one pool are exchanged between two people'
      USING ERRCODE = '23514', CONSTRAINT = 'shift_requests_published';
  END IF;
  IF EXISTS (SELECT 1 FROM shift_requests r WHERE r.id <> NEW.id AND r.status IN ('pending_acceptance', 'pending_approval')
    AND (r.shift_id = ANY (asked) OR r.with_shift_id = ANY (asked))) THEN
    RAISE EXCEPTION 'a shift is in one live request' USING ERRCODE = '23505', CONSTRAINT = 'shift_requests_one_live';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shift_requests_lawful BEFORE INSERT ON shift_requests FOR EACH ROW EXECUTE FUNCTION check_shift_request();
