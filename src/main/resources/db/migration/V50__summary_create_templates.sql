create table summary_templates (
  id bigint generated always as identity primary key,
  version int not null,
  name varchar(60) not null unique,
  period_kind varchar(20) not null,
  level_code varchar(20) references bureau_levels,
  position int not null,
  retired boolean not null
);

create table summary_template_versions (
  id bigint generated always as identity primary key,
  template_id bigint not null references summary_templates,
  number int not null,
  text text not null,
  numbering varchar(8) not null,
  saved_by bigint references accounts,
  saved_at timestamptz not null,
  unique (template_id, number)
);
create trigger summary_template_versions_append_only before update or delete on summary_template_versions
  for each row execute function refuse_rewriting();

-- An approved revision keeps the versions that were the newest at its approval.
create table summary_pins (
  revision_id bigint not null references revisions,
  template_version_id bigint not null references summary_template_versions,
  primary key (revision_id, template_version_id)
);
create trigger summary_pins_append_only before update or delete on summary_pins
  for each row execute function refuse_rewriting();
