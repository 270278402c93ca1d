-- Two requests of one executive about one thing become one. The younger ends and says into which one it was merged and how it stood,
-- so that it can be split off again; its words, files and mails are read with the one that stays.

-- Requests of one executive are merged

-- AlterTable
ALTER TABLE "support_requests" ADD COLUMN     "merged_from" "support_request_status",
ADD COLUMN     "merged_into_id" UUID;

-- CreateIndex
CREATE INDEX "support_requests_merged_into_id_idx" ON "support_requests"("merged_into_id");

-- AddForeignKey
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "support_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE support_requests ADD CONSTRAINT support_requests_merged_check CHECK (
  (merged_into_id IS NULL) = (merged_from IS NULL) AND merged_into_id IS DISTINCT FROM id
  AND (merged_into_id IS NULL OR (status = 'cancelled' AND merged_from IN ('new', 'assigned', 'in_progress', 'waiting'))));

-- Only what was merged comes back from cancelled.
DROP TRIGGER support_requests_move_on ON support_requests;
CREATE TRIGGER support_requests_move_on BEFORE UPDATE OF status ON support_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'new > assigned', 'new > in_progress', 'new > cancelled', 'new > closed',
    'assigned > new', 'assigned > in_progress', 'assigned > cancelled', 'assigned > closed',
    'in_progress > waiting', 'in_progress > resolved', 'in_progress > cancelled', 'in_progress > closed',
    'waiting > in_progress', 'waiting > resolved', 'waiting > cancelled', 'waiting > closed',
    'resolved > closed', 'resolved > assigned', 'resolved > new',
    'closed > assigned', 'closed > new',
    'cancelled > new', 'cancelled > assigned', 'cancelled > in_progress');

CREATE FUNCTION check_request_merging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'cancelled' AND NEW.status <> 'cancelled' AND OLD.merged_into_id IS NULL THEN
    RAISE EXCEPTION 'a cancelled request stays cancelled' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.merged_into_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM support_requests r WHERE r.id = NEW.merged_into_id AND r.executive_id = NEW.executive_id
      AND r.merged_into_id IS NULL AND r.confidential = NEW.confidential) THEN
    RAISE EXCEPTION 'a request is merged into another of the same executive that stands' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER support_requests_merging BEFORE INSERT OR UPDATE OF status, merged_into_id ON support_requests
  FOR EACH ROW EXECUTE FUNCTION check_request_merging();
