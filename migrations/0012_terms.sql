-- What becomes of an agreement when its term ends: renewals, lapses, notices, and what passes from one holder of an office to the next.

-- The last day of the newest term for which it was renewed; the term as it was written stays as it is.
alter table agreement add column renewed_until date;

-- Months before the end at which both sides are reminded, where they are not the usual ones.
create table term_ladder (
  agreement_id  uuid primary key references agreement on delete cascade,
  months        smallint[] not null,
  changed_by    uuid not null,
  changed_at    timestamptz not null
);

create table term_reminder (
  agreement_id  uuid not null references agreement on delete cascade,
  ends_on       date not null,
  months        smallint not null,
  told_at       timestamptz not null,
  primary key (agreement_id, ends_on, months)
);

-- The next day on which an agreement renews itself.
create table term_clock (
  agreement_id  uuid primary key references agreement on delete cascade,
  renews_on     date not null
);
create index term_clock_next on term_clock (renews_on);

create table term_lapse (
  agreement_id  uuid not null references agreement on delete cascade,
  until_on      date not null,
  told_at       timestamptz not null,
  primary key (agreement_id, until_on)
);

-- What a side decided about the term that ends on a day.
create table term_act (
  id            uuid primary key,
  agreement_id  uuid not null references agreement on delete cascade,
  act           text not null check (act in ('renew', 'renew-changed', 'let-lapse', 'notice')),
  side_id       uuid not null references organisation,
  ends_on       date,
  effective_on  date,
  until_on      date,
  reason        text,
  draft_id      uuid references agreement on delete set null,
  state         text not null check (state in ('proposed', 'done', 'withdrawn')),
  acted_by      uuid not null,
  acted_at      timestamptz not null,
  settled_at    timestamptz
);
create index term_act_of on term_act (agreement_id, ends_on);
create index term_act_side on term_act (side_id);
create index term_act_draft on term_act (draft_id) where draft_id is not null;

-- An office that was vacated: what it answered for passes on, with a note.
create table handover (
  id               uuid primary key,
  office_id        uuid not null references office,
  person_id        uuid not null references person,
  organisation_id  uuid not null references organisation,
  role             text not null,
  vacated_at       timestamptz not null,
  state            text not null check (state in ('open', 'done')),
  successor_id     uuid references person,
  note             text,
  settled_by       uuid,
  settled_at       timestamptz,
  unique (office_id)
);
create index handover_at on handover (organisation_id, state);
