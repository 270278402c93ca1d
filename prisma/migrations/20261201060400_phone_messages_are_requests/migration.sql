-- A phone message is a request with a caller, so that it goes to whoever serves the executive then, has their clock and moves with
-- cover. The executive ticks it off at once, whatever had been done with it.

-- CreateEnum
CREATE TYPE "caller_wish" AS ENUM ('called', 'call_back', 'calls_again', 'came_by', 'message');

-- CreateTable
CREATE TABLE "phone_messages" (
    "request_id" UUID NOT NULL,
    "caller" TEXT NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "number_text" TEXT NOT NULL DEFAULT '',
    "wish" "caller_wish" NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "ticked_at" TIMESTAMPTZ(3),
    "called_back" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "phone_messages_pkey" PRIMARY KEY ("request_id")
);

-- CreateIndex
CREATE INDEX "phone_messages_taken_by_id_taken_at_idx" ON "phone_messages"("taken_by_id", "taken_at");

-- CreateIndex
CREATE INDEX "phone_messages_taken_at_idx" ON "phone_messages"("taken_at");

-- AddForeignKey
ALTER TABLE "phone_messages" ADD CONSTRAINT "phone_messages_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_messages" ADD CONSTRAINT "phone_messages_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE phone_messages
  ADD CONSTRAINT phone_messages_called_back_check CHECK (NOT called_back OR ticked_at IS NOT NULL),
  ADD CONSTRAINT phone_messages_caller_check CHECK (length(caller) BETWEEN 1 AND 120);

DROP TRIGGER support_requests_move_on ON support_requests;
CREATE TRIGGER support_requests_move_on BEFORE UPDATE OF status ON support_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'new > assigned', 'new > in_progress', 'new > cancelled', 'new > closed',
    'assigned > new', 'assigned > in_progress', 'assigned > cancelled', 'assigned > closed',
    'in_progress > waiting', 'in_progress > resolved', 'in_progress > cancelled', 'in_progress > closed',
    'waiting > in_progress', 'waiting > resolved', 'waiting > cancelled', 'waiting > closed',
    'resolved > closed', 'resolved > assigned', 'resolved > new',
    'closed > assigned', 'closed > new');
