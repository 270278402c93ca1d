import { keep, NOTE_ALL_CHANGED } from "../database";

/** More people of a pool: assistants with hours, each of whom supports an executive, all with accounts. */
export async function addPeople(poolId: string, count: number): Promise<void> {
  const { client } = await keep();
  await client.query(
    `WITH people AS (SELECT n, gen_random_uuid() AS au, gen_random_uuid() AS eu, gen_random_uuid() AS a, gen_random_uuid() AS e
       FROM generate_series(1, $2::int) n),
     users AS (INSERT INTO users (id, email, name)
       SELECT au, 'a' || n || '@' || a || '.example', 'Assistant ' || n FROM people
       UNION ALL SELECT eu, 'e' || n || '@' || e || '.example', 'Executive ' || n FROM people),
     assistants AS (INSERT INTO assistants (id, user_id, pool_id) SELECT a, au, $1::uuid FROM people),
     executives AS (INSERT INTO executives (id, user_id, pool_id, title) SELECT e, eu, $1::uuid, 'Director' FROM people),
     patterns AS (INSERT INTO working_patterns (id, assistant_id, weekday, starts_at_minute, ends_at_minute)
       SELECT gen_random_uuid(), a, weekday, 480, 1020 FROM people, generate_series(1, 5) weekday)
     INSERT INTO support_assignments (id, executive_id, assistant_id, role, from_on)
       SELECT gen_random_uuid(), e, a, 'primary', '2000-01-03' FROM people`,
    [poolId, count],
  );
  await client.query(NOTE_ALL_CHANGED);
}

/** Years before some weeks after 17 August 2026, each with nine absences, covers, requests and notices a person. */
export async function addYears(from: number, to: number): Promise<void> {
  const { client } = await keep();
  await client.query(NOTE_ALL_CHANGED);
  const places = `generate_series(${9 * from}, ${9 * to - 1}) n`;
  const on = (column: string) => `date '2026-09-20' - ${column} * 40`;
  await client.query(`
    INSERT INTO absences (id, assistant_id, leave_type_id, start_on, end_on, status)
      SELECT gen_random_uuid(), id, 'vacation', ${on("n")}, ${on("n")} + 3, CASE n WHEN 0 THEN 'requested' ELSE 'approved' END::absence_status
      FROM assistants, ${places};
    INSERT INTO coverage_assignments (id, executive_id, assistant_id, start_on, start_part, end_on, end_part, status, updated_at)
      SELECT gen_random_uuid(), executive_id, assistant_id, ${on("n")} + 8, 'am', ${on("n")} + 9, 'pm',
        CASE WHEN n < 2 THEN 'confirmed' ELSE 'completed' END::coverage_status, now()
      FROM support_assignments, ${places};
    INSERT INTO support_requests (id, executive_id, home_assistant_id, assignee_id, held_because, summary, status, resolved_at, created_by_id, created_at, updated_at)
      SELECT gen_random_uuid(), e.id, s.assistant_id, CASE WHEN n > 0 THEN s.assistant_id END, CASE WHEN n > 0 THEN 'own'::request_holding END, 'Please book a room',
        CASE n WHEN 0 THEN 'new' WHEN 1 THEN 'in_progress' ELSE 'closed' END::support_request_status, CASE WHEN n > 1 THEN ${on("n")} END, e.user_id, ${on("n")}, ${on("n")}
      FROM executives e JOIN support_assignments s ON s.executive_id = e.id, ${places};
    INSERT INTO notifications (id, user_id, kind, params, created_at, read_at)
      SELECT gen_random_uuid(), id, 'cover_given', '{}', ${on("n")}, CASE WHEN n > 1 THEN ${on("n")} END
      FROM users, ${places};
    ANALYZE absences, coverage_assignments, support_requests, notifications, assistants, executives, users,
      working_patterns, support_assignments`);
}
