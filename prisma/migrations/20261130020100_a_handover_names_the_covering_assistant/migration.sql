-- "cover_id" meant a cover on the board and, in handovers, the assistant who covers. A cover is the row; the person is the
-- cover assistant.
ALTER TABLE handovers RENAME COLUMN cover_id TO cover_assistant_id;
ALTER TABLE handovers RENAME CONSTRAINT handovers_cover_id_fkey TO handovers_cover_assistant_id_fkey;
ALTER INDEX handovers_cover_id_status_from_on_idx RENAME TO handovers_cover_assistant_id_status_from_on_idx;

ALTER TABLE handover_steps RENAME COLUMN cover_id TO cover_assistant_id;
ALTER TABLE handover_steps RENAME CONSTRAINT handover_steps_cover_id_fkey TO handover_steps_cover_assistant_id_fkey;
ALTER INDEX handover_steps_cover_id_idx RENAME TO handover_steps_cover_assistant_id_idx;
