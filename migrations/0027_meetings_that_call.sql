-- When the pack of a meeting assembled itself; it goes on changing until it is frozen.
alter table meeting add column pack_assembled_at timestamptz;
