-- Each field of a report knows who wrote what stands in it, when, and by which save of his page.
create table field_saves (
  report_id bigint not null references reports,
  field varchar(60) not null,
  saved_by bigint not null references accounts,
  saved_at timestamptz not null,
  save varchar(40) not null,
  primary key (report_id, field)
);
-- What a piece knew of its last writer does not say which of its fields he wrote; a figure's history does.
insert into field_saves (report_id, field, saved_by, saved_at, save)
select distinct on (c.report_id, c.metric_id) c.report_id, 'metric.' || m.code, c.changed_by, c.changed_at, ''
from value_changes c join metrics m on m.id = c.metric_id
order by c.report_id, c.metric_id, c.id desc;
alter table metric_values drop column saved_by, drop column saved_at;
alter table entries drop column saved_by, drop column saved_at;
alter table plan_targets drop column saved_by, drop column saved_at;
alter table settlements drop column saved_by, drop column saved_at;
