-- A sub-alliance that gives no sign of life: proposed as dormant with the reasons, declared so by the alliance above, woken by activity.
create table alliance_dormancy (
  id             uuid primary key,
  alliance_id    uuid not null references alliance on delete cascade,
  proposed_on    date not null,
  proposed_at    timestamptz not null,
  reasons        jsonb not null,
  declared_on    date,
  declared_by    uuid,
  declared_said  text,
  woken_at       timestamptz,
  woken_by       text
);
create unique index alliance_dormancy_now on alliance_dormancy (alliance_id) where woken_at is null;
