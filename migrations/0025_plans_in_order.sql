-- A backup writes each table after those that it refers to, so two tables may not refer to each other. A version names its plan and goes
-- with it; which version of a plan is approved is only ever set to one of its own, in the transaction that approves it.
alter table plan drop constraint plan_approved_id_fkey;
