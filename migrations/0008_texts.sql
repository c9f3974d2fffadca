-- The text of an agreement, in as many languages as its parties want, and how it is negotiated.
create table agreement_text (
  agreement_id   uuid primary key references agreement on delete cascade,
  -- In the order in which they stand beside each other.
  languages      text[] not null check (cardinality(languages) > 0),
  authentic      text[] not null,
  -- Null: those that are authentic are equally so.
  prevailing     text,
  template       text,
  -- What its variables mean beyond what the agreement and its parties say: { "centre.name": { "en": "…", "zh": "…" } }
  given          jsonb not null default '{}',
  stage          text not null default 'drafting' check (stage in ('drafting', 'negotiating', 'agreed', 'clearing', 'signing', 'signed')),
  stage_since    timestamptz not null,
  -- The side whose turn it is, and for what; nobody's once the text is agreed.
  turn_id        uuid references organisation,
  turn_since     timestamptz not null,
  turn_for       text not null,
  turn_note      text,
  -- The side that handed the turn over last, and may take it back.
  turn_from_id   uuid references organisation,
  begun_by       uuid not null,
  begun_at       timestamptz not null,
  changed_at     timestamptz not null,
  check (authentic <@ languages and cardinality(authentic) > 0),
  check (prevailing is null or prevailing = any(authentic))
);
create index text_by_stage on agreement_text (stage, stage_since);
create index text_by_turn on agreement_text (turn_id) where turn_id is not null;

-- An article is a clause without one above it: its wording is its title. Ids are for ever; what is removed is put out of sight.
create table text_clause (
  id            uuid primary key,
  agreement_id  uuid not null references agreement_text on delete cascade,
  article_id    uuid references text_clause on delete cascade,
  place         integer not null,
  -- Preambles and closing words carry no number.
  numbered      boolean not null default true,
  -- The clause of a template that it came from.
  origin        text,
  -- Counts the changes that the other languages have to follow.
  revision      integer not null default 0,
  removed_at    timestamptz
);
create index text_clause_places on text_clause (agreement_id, article_id, place);

create table text_wording (
  clause_id   uuid not null references text_clause on delete cascade,
  lang        text not null check (lang in ('en', 'zh', 'ru', 'ur')),
  content     jsonb not null,
  -- The revision of the clause that this wording says: where it is less, another language was changed and this one was not.
  says        integer not null,
  -- Counts its changes, so that of two who change it at once the second is told.
  edition     integer not null,
  changed_at  timestamptz not null,
  changed_by  uuid not null,
  side_id     uuid references organisation,
  primary key (clause_id, lang)
);

-- Who changed what, and how it read before.
create table text_change (
  id            uuid primary key,
  agreement_id  uuid not null references agreement_text on delete cascade,
  clause_id     uuid not null references text_clause on delete cascade,
  what          text not null check (what in ('worded', 'matched', 'added', 'moved', 'removed', 'restored')),
  lang          text,
  before        jsonb,
  after         jsonb,
  -- The others had to follow this change.
  leads         boolean not null default false,
  proposal_id   uuid,
  who           uuid not null,
  office        uuid,
  side_id       uuid references organisation,
  at            timestamptz not null
);
create index text_change_of on text_change (clause_id, at desc, id desc);

-- Made at each hand-over, never changed. `hashes`: SHA-256 by language over the canonical content in it.
create table text_version (
  id            uuid primary key,
  agreement_id  uuid not null references agreement_text on delete cascade,
  number        integer not null,
  content       jsonb not null,
  hashes        jsonb not null,
  note          text,
  turn_for      text not null,
  handed_to_id  uuid references organisation,
  side_id       uuid references organisation,
  who           uuid not null,
  office        uuid,
  at            timestamptz not null,
  unique (agreement_id, number)
);

-- A side said that it agrees to a version.
create table text_consent (
  version_id   uuid not null references text_version on delete cascade,
  side_id      uuid not null references organisation,
  who          uuid not null,
  office       uuid,
  at           timestamptz not null,
  withdrawn_at timestamptz,
  primary key (version_id, side_id)
);

create table text_proposal (
  id            uuid primary key,
  agreement_id  uuid not null references agreement_text on delete cascade,
  what          text not null check (what in ('change', 'addition', 'removal')),
  -- The clause it is about; for an addition the one that was made of it.
  clause_id     uuid references text_clause on delete cascade,
  -- Where an addition goes: in which article, behind which clause.
  article_id    uuid references text_clause on delete cascade,
  after_id      uuid references text_clause on delete cascade,
  before        jsonb not null default '{}',
  wordings      jsonb not null default '{}',
  because       text,
  -- The proposal that it counters.
  counters_id   uuid references text_proposal on delete cascade,
  -- It was read from a file that this side had edited.
  from_file     text,
  side_id       uuid not null references organisation,
  who           uuid not null,
  office        uuid,
  at            timestamptz not null,
  state         text not null default 'open' check (state in ('open', 'accepted', 'refused', 'withdrawn', 'countered')),
  answer        text,
  answered_by   uuid,
  answered_in   uuid,
  answerer_id   uuid references organisation,
  answered_at   timestamptz
);
create index text_proposal_of on text_proposal (agreement_id, at);

-- `internal_to_id`: only that side ever hears of it.
create table text_comment (
  id              uuid primary key,
  agreement_id    uuid not null references agreement_text on delete cascade,
  clause_id       uuid references text_clause on delete cascade,
  lang            text,
  answers_id      uuid references text_comment on delete cascade,
  internal_to_id  uuid references organisation,
  body            text not null,
  side_id         uuid not null references organisation,
  who             uuid not null,
  office          uuid,
  at              timestamptz not null,
  settled_at      timestamptz,
  settled_by      uuid,
  removed_at      timestamptz
);
create index text_comment_of on text_comment (agreement_id, at);
