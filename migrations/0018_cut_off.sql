-- How often long work was cut off: what takes its server down with it is not taken up again for ever.
alter table work add column cut_off integer not null default 0;
