-- The list of who is away now and soon reads leave by the day it ends; without this it walked all leave there ever was, from the first.

-- CreateIndex
CREATE INDEX "absences_status_end_on_idx" ON "absences"("status", "end_on");
