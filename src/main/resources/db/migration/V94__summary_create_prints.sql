-- 成稿: an approved paper as it was printed that day, whatever becomes of what prints it. With or without its annex.
create table summary_prints (
  revision_id bigint not null,
  template_version_id bigint not null,
  annexed boolean not null,
  html text not null,
  sha256 varchar(64) not null,
  printed_at timestamptz not null,
  primary key (revision_id, template_version_id, annexed),
  foreign key (revision_id, template_version_id) references summary_pins
);
create trigger summary_prints_append_only before update or delete on summary_prints
  for each row execute function refuse_rewriting();
