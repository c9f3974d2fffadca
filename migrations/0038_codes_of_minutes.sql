-- The code of verification that is printed on the paper of minutes; papers made before there were such codes have none, and are known by the file.
alter table minutes_paper add column code text unique;
