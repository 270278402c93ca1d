-- Every id names a row.
--
-- Ten columns that say who decided, planned, assigned, accepted or asked, and which plan or cover a change was about, held
-- ids without a foreign key, so that a name had to be looked up by hand and could be missing. What a person did keeps
-- RESTRICT; a link and a kept answer go with their account. No account, plan or live cover was ever deleted by Standby, so
-- every id has its row; where a database was mended by hand and one has not, this migration fails and says which.

CREATE INDEX "absences_first_decider_id_idx" ON "absences"("first_decider_id");
CREATE INDEX "absences_decided_by_id_idx" ON "absences"("decided_by_id");
CREATE INDEX "coverage_plans_supersedes_id_idx" ON "coverage_plans"("supersedes_id");
CREATE INDEX "coverage_plans_created_by_id_idx" ON "coverage_plans"("created_by_id");
CREATE INDEX "coverage_assignments_created_by_id_idx" ON "coverage_assignments"("created_by_id");
CREATE INDEX "coverage_changes_plan_id_idx" ON "coverage_changes"("plan_id");
CREATE INDEX "coverage_changes_pinned_id_idx" ON "coverage_changes"("pinned_id");
CREATE INDEX "accepted_gaps_accepted_by_id_idx" ON "accepted_gaps"("accepted_by_id");
CREATE INDEX "support_requests_created_by_id_idx" ON "support_requests"("created_by_id");
CREATE INDEX "one_time_links_user_id_idx" ON "one_time_links"("user_id");

ALTER TABLE "absences" ADD CONSTRAINT "absences_first_decider_id_fkey" FOREIGN KEY ("first_decider_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absences" ADD CONSTRAINT "absences_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_plans" ADD CONSTRAINT "coverage_plans_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "coverage_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_plans" ADD CONSTRAINT "coverage_plans_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_assignments" ADD CONSTRAINT "coverage_assignments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_changes" ADD CONSTRAINT "coverage_changes_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_changes" ADD CONSTRAINT "coverage_changes_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "coverage_plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage_changes" ADD CONSTRAINT "coverage_changes_pinned_id_fkey" FOREIGN KEY ("pinned_id") REFERENCES "coverage_assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "accepted_gaps" ADD CONSTRAINT "accepted_gaps_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
