-- Where more is said than in a piece of news: the result of a ceremony, or a page elsewhere.
alter table alliance_news add column link text;
