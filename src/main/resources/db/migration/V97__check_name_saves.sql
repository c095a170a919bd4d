-- By which save of a page an explanation was written.
alter table explanations add column save varchar(40) not null default '';
alter table explanations alter column save drop default;
