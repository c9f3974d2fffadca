-- A side may propose that a clause stands elsewhere; `article_id` and `after_id` say where.
alter table text_proposal drop constraint text_proposal_what_check;
alter table text_proposal add constraint text_proposal_what_check check (what in ('change', 'addition', 'move', 'removal'));
