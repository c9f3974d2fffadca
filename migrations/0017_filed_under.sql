-- A name is filed under its first letter or number: «Lyceum» under L, as in a catalogue. One that has neither is filed as it is.
-- The collation says what a letter is; without it a database of the locale C would know those of ASCII only.
create function filed_under(name text) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(regexp_replace(name collate "und-x-icu", '^[^[:alnum:]]+', ''), ''), name)
$$;

drop index organisation_by_name_en, organisation_by_name_zh, organisation_by_name_ru, organisation_by_name_ur,
  organisation_by_country, organisation_by_kind, organisation_local, organisation_provisional, agreement_by_title, agreement_by_title_zh;
create index organisation_by_name_en on organisation (filed_under(name_en), id) where status <> 'merged';
create index organisation_by_name_zh on organisation (filed_under(name_zh), id) where status <> 'merged';
create index organisation_by_name_ru on organisation (filed_under(name_ru), id) where status <> 'merged';
create index organisation_by_name_ur on organisation (filed_under(name_ur), id) where status <> 'merged';
create index organisation_by_country on organisation (country, filed_under(name_en), id) where status <> 'merged';
create index organisation_by_kind on organisation (kind, filed_under(name_en), id) where status <> 'merged';
create index organisation_local on organisation (source, filed_under(name_en), id) where source <> 'ror';
create index organisation_provisional on organisation (filed_under(name_en), id) where provisional and status <> 'merged';
create index agreement_by_title on agreement (filed_under(title) collate "und-x-icu", id) where removed_at is null;
create index agreement_by_title_zh on agreement (filed_under(title) collate "zh-x-icu", id) where removed_at is null;
