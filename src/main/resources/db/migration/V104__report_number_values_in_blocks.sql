-- A table that is pasted or uploaded is written in a few statements: its rows get their numbers by the block.
alter table metric_values alter column id drop identity;
create sequence metric_values_seq increment by 50 owned by metric_values.id;
select setval('metric_values_seq', (select coalesce(max(id), 0) + 50 from metric_values));
alter table metric_values alter column id set default nextval('metric_values_seq');
