-- The steps at which a side was reminded of a claim that it leaves open, so that none is written twice.
create table notice_reminder (
  confirmation_id  uuid not null references confirmation on delete cascade,
  place            smallint not null,
  round            integer not null,
  days             integer not null,
  at               timestamptz not null,
  primary key (confirmation_id, place, round, days)
);
