-- The history tells every change of a figure: of its amount, how sure it is, which day it speaks of, what it covers.
alter table value_changes add column kind varchar(10) not null default 'AMOUNT';
alter table value_changes alter column kind drop default;
alter table value_changes add column why text not null default '';
alter table value_changes alter column why drop default;
create index value_changes_metric on value_changes (report_id, metric_id, kind, id);
-- a note is longer than a figure
alter table value_changes alter column old_text type text;
alter table value_changes alter column new_text type text;
