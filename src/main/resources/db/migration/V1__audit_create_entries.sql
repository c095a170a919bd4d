create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor varchar(64) not null,
  action varchar(40) not null,
  subject varchar(200) not null,
  detail text not null,
  address varchar(64) not null
);
create index audit_entries_at on audit_entries (at desc, id desc);

-- The log can be added to and read, by nobody rewritten.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end
$$;
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_rewriting();
create trigger audit_entries_not_emptied before truncate on audit_entries
  for each statement execute function refuse_rewriting();
