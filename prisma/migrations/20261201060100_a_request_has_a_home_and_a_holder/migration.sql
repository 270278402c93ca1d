-- A request has a home and a holder: whose it is while everybody is at work, and who has it now and why. With both, one sweep
-- moves it when the holder goes away and brings it home when they are back; nothing remembers a way back. A request may be
-- needed by a time, not only by a day. Moving one on no longer begins it anew: what waits goes on waiting with whoever has it.

-- CreateEnum
CREATE TYPE "request_holding" AS ENUM ('own', 'cover', 'backup', 'hand', 'kept');

-- AlterTable
ALTER TABLE "support_requests" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_because" "request_holding",
ADD COLUMN     "home_assistant_id" UUID;

-- CreateIndex
CREATE INDEX "support_requests_home_assistant_id_idx" ON "support_requests"("home_assistant_id");

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_home_assistant_id_fkey" FOREIGN KEY ("home_assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What there is: home is the executive's own assistant of the day it was sent, who has it now has it by that, by a cover, or by hand.
UPDATE support_requests r SET home_assistant_id = (
  SELECT s.assistant_id FROM support_assignments s
  WHERE s.executive_id = r.executive_id AND s.role <> 'backup' AND s.from_on <= r.created_at::date
    AND (s.to_on IS NULL OR s.to_on >= r.created_at::date)
    AND (cardinality(s.duty_ids) = 0 OR r.duty_id IS NULL OR r.duty_id = ANY (s.duty_ids))
  ORDER BY s.assistant_id = r.assignee_id DESC, s.role, s.rank, s.id LIMIT 1);

UPDATE support_requests r SET held_because = CASE
  WHEN r.assignee_id = r.home_assistant_id THEN 'own'
  WHEN EXISTS (SELECT FROM coverage_assignments c WHERE c.executive_id = r.executive_id AND c.assistant_id = r.assignee_id) THEN 'cover'
  ELSE 'hand' END::request_holding
WHERE r.assignee_id IS NOT NULL;

UPDATE support_requests SET status = 'assigned' WHERE status = 'new' AND assignee_id IS NOT NULL;

ALTER TABLE support_requests
  ADD CONSTRAINT support_requests_held_because_check CHECK ((assignee_id IS NULL) = (held_because IS NULL)),
  ADD CONSTRAINT support_requests_assignee_check CHECK (CASE status WHEN 'new' THEN assignee_id IS NULL WHEN 'assigned' THEN assignee_id IS NOT NULL ELSE true END),
  ADD CONSTRAINT support_requests_due_at_check CHECK (due_at IS NULL OR due_on IS NOT NULL);

DROP TRIGGER support_requests_move_on ON support_requests;
CREATE TRIGGER support_requests_move_on BEFORE UPDATE OF status ON support_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'new > assigned', 'new > in_progress', 'new > cancelled',
    'assigned > new', 'assigned > in_progress', 'assigned > cancelled',
    'in_progress > waiting', 'in_progress > resolved', 'in_progress > cancelled',
    'waiting > in_progress', 'waiting > resolved', 'waiting > cancelled',
    'resolved > closed', 'resolved > assigned', 'resolved > new',
    'closed > assigned', 'closed > new');
