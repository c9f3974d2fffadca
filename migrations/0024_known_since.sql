-- Since when the public register knows an organisation, as it says itself: a text older than that was not judged by it.
alter table organisation add column register_since date;
